package dev.plumbline.report;

import dev.plumbline.ask.AskReading;
import dev.plumbline.ask.WordSmell;
import dev.plumbline.requirement.Element;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Asks as JSON: for each what it is about, whether it can be measured, what it lacks and what its words leave open.
public final class AskJson {
    private AskJson() {}

    /// One document, a list in the order of the asks, ended by a line feed.
    public static String of(List<AskReading> asks) {
        ArrayNode root = JsonNodeFactory.instance.arrayNode();
        asks.forEach(ask -> root.add(ask(ask)));
        return Json.written(root);
    }

    static ObjectNode ask(AskReading ask) {
        ObjectNode node = Json.object();
        node.put("sentence", ask.ask());
        node.put("kind", ask.kind().word());
        node.put("measurable", ask.isMeasurable());
        ArrayNode missing = node.putArray("missing");
        ask.missing().stream().map(Element::word).forEach(missing::add);
        ArrayNode smells = node.putArray("smells");
        ask.smells().stream().map(WordSmell::name).forEach(smells::add);
        return node;
    }
}
