package dev.plumbline.report;

import dev.plumbline.calculation.Answer;
import dev.plumbline.knowledge.Fact;
import dev.plumbline.quantity.Scale;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Calculations for programs. Value and interval are in the unit that is named beside them.
public final class CalculationJson {
    private CalculationJson() {}

    /// One answer.
    ///
    /// @param expression as typed
    public static String written(String expression, Answer answer) {
        return Json.written(node(expression, answer));
    }

    /// The answers to several expressions, as an array.
    public static String written(List<String> expressions, List<Answer> answers) {
        ArrayNode all = Json.object().putArray("all");
        for (int i = 0; i < answers.size(); i++) {
            all.add(node(expressions.get(i), answers.get(i)));
        }
        return Json.written(all);
    }

    private static ObjectNode node(String expression, Answer answer) {
        ObjectNode node = Json.object();
        node.put("expression", expression);
        switch (answer) {
            case Answer.Value value -> value(node, value);
            case Answer.Refused(var findings) -> node.set("findings", JsonReport.findings(findings.all()));
        }
        return node;
    }

    private static void value(ObjectNode node, Answer.Value answer) {
        Scale scale = answer.scale();
        node.set("value", number(scale, answer.spread().median()));
        node.set("low", number(scale, answer.spread().low()));
        node.set("high", number(scale, answer.spread().high()));
        node.put("unit", scale.unit().text());
        node.put("text", answer.scale().print(answer.median()));
        ArrayNode bounds = node.putArray("bounds");
        answer.bounds().forEach(bound -> {
            ObjectNode one = bounds.addObject();
            one.put("text", bound.text());
            one.set("value", number(scale, bound.value().median()));
            one.set("share", Json.number(bound.share()));
        });
        ArrayNode drivers = node.putArray("drivers");
        answer.drivers().forEach(driver -> {
            ObjectNode one = drivers.addObject();
            one.put("text", driver.text());
            one.put("name", driver.definition().startsWith("(") ? "" : driver.definition());
            one.set("correlation", Json.number(driver.correlation()));
        });
        ArrayNode facts = node.putArray("facts");
        answer.facts().forEach(fact -> facts.add(fact(fact)));
    }

    static ObjectNode fact(Fact fact) {
        ObjectNode node = Json.object();
        node.put("path", fact.path());
        node.put("value", fact.text());
        node.put("unit", fact.unit().text());
        node.put("for", fact.purpose());
        node.put("note", fact.note());
        node.put("source", fact.source());
        node.put("date", fact.date().toString());
        return node;
    }

    private static JsonNode number(Scale scale, double base) {
        return Double.isFinite(base) ? Json.number(scale.unit().fromBase(base).doubleValue()) : Json.number(base);
    }
}
