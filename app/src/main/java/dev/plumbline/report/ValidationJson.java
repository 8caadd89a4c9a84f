package dev.plumbline.report;

import dev.plumbline.validation.Comparison;
import dev.plumbline.validation.Comparison.Verdict;
import dev.plumbline.validation.Outcome;
import dev.plumbline.validation.Validation;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A validation for programs.
public final class ValidationJson {
    private ValidationJson() {}

    public static String written(Validation validation) {
        ObjectNode root = Json.object();
        root.put("cases", validation.comparisons().size());
        root.put("computed", validation.computed());
        root.put("inside", validation.count(Verdict.INSIDE));
        root.put("outside", validation.count(Verdict.OUTSIDE));
        Validation intervals = validation.intervals();
        root.put("intervals", intervals.computed());
        root.put("intervals_inside", intervals.count(Verdict.INSIDE));
        ArrayNode rows = root.putArray("comparisons");
        for (Comparison comparison : validation.comparisons()) {
            row(rows.addObject(), comparison);
        }
        return Json.written(root);
    }

    private static void row(ObjectNode row, Comparison comparison) {
        row.put("id", comparison.given().id());
        row.put("quantity", comparison.given().quantity());
        row.put("inputs", comparison.given().inputs().text());
        row.put("unit", comparison.given().unit());
        row.set("theirs", Json.number(comparison.given().theirs()));
        row.put("tolerance", comparison.given().tolerance().text());
        row.put("source", comparison.given().source());
        row.put("verdict", comparison.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (comparison.outcome() instanceof Outcome.Ours(var computed)) {
            row.set("ours", Json.number(computed.value()));
            row.set("low", Json.number(computed.low()));
            row.set("high", Json.number(computed.high()));
            row.put("method", computed.method());
            row.put("how", computed.how());
        } else {
            row.put("why", comparison.why());
        }
    }
}
