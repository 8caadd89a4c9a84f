package dev.plumbline.report;

import dev.plumbline.assessment.Chronicle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What happened when in a scenario, as JSON.
final class ChronicleJson {
    private ChronicleJson() {}

    static JsonNode of(Chronicle chronicle) {
        ObjectNode node = Json.object();
        node.set("seconds", Json.number(chronicle.seconds()));
        node.put("during", chronicle.during());
        ObjectNode paths = node.putObject("paths");
        chronicle.paths().forEach((name, moments) -> {
            ArrayNode array = paths.putArray(name);
            for (Chronicle.Moment moment : moments) {
                ObjectNode one = array.addObject();
                one.set("rate", Json.number(moment.rate()));
                one.set("success", Json.number(moment.success()));
                one.set("p50", known(moment.p50()));
                one.set("p99", known(moment.p99()));
            }
        });
        ObjectNode missed = node.putObject("missed");
        chronicle.missed().forEach((cache, shares) -> {
            ArrayNode array = missed.putArray(cache);
            shares.forEach(share -> array.add(share < 0 ? Json.nothing() : Json.number(share)));
        });
        return node;
    }

    private static JsonNode known(double seconds) {
        return Double.isNaN(seconds) ? Json.nothing() : Json.number(seconds);
    }
}
