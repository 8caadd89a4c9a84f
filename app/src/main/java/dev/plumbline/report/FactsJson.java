package dev.plumbline.report;

import dev.plumbline.knowledge.Fact;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// Facts for programs.
public final class FactsJson {
    private FactsJson() {}

    public static String written(List<Fact> facts) {
        ArrayNode all = Json.object().putArray("facts");
        facts.forEach(fact -> all.add(CalculationJson.fact(fact)));
        return Json.written(all);
    }
}
