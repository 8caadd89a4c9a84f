package dev.plumbline.report;

import dev.plumbline.ask.AskReading;
import dev.plumbline.ask.WordSmell;
import dev.plumbline.requirement.Element;
import java.io.PrintStream;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks as JSON: for each what it is about, whether it can be measured, what it lacks and what its words leave open.
/// One
/// list in the order of the asks, written as they come, so that any number of them fits into memory.
public final class AskJson implements AutoCloseable {
    private final PrintStream out;
    private final SequenceWriter list;

    public AskJson(PrintStream out) {
        this.out = out;
        this.list = Json.list(out);
    }

    /// Writes the next ask.
    public void add(AskReading ask) {
        list.write(ask(ask));
    }

    /// Ends the list with a line feed.
    @Override
    public void close() {
        list.close();
        out.print('\n');
        out.flush();
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
