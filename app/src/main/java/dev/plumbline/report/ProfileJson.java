package dev.plumbline.report;

import dev.plumbline.assessment.CallSummary;
import dev.plumbline.assessment.Profile;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How a path's latency is made up, and what became of its calls, as JSON.
final class ProfileJson {
    private ProfileJson() {}

    static JsonNode of(Profile profile) {
        ObjectNode node = Json.object();
        node.put("worlds", profile.worlds());
        node.set("p50", band(profile.typical()));
        node.set("p99", band(profile.tail()));
        node.set("slow", band(profile.slow()).set("above", Json.number(profile.level())));
        ObjectNode histogram = node.putObject("histogram");
        ArrayNode edges = histogram.putArray("edges");
        profile.histogram().edges().forEach(edge -> edges.add(Json.number(edge)));
        ArrayNode shares = histogram.putArray("shares");
        profile.histogram().shares().forEach(share -> shares.add(Json.number(share)));
        return node;
    }

    private static ObjectNode band(Profile.Band band) {
        ObjectNode node = Json.object();
        node.set("seconds", JsonReport.interval(band.seconds()));
        ArrayNode parts = node.putArray("parts");
        for (Profile.Part part : band.parts()) {
            ObjectNode one = parts.addObject();
            one.set("component", name(part.component()));
            one.put("phase", word(part.phase()));
            one.set("seconds", JsonReport.interval(part.seconds()));
            one.set("share", Json.number(part.share()));
        }
        ArrayNode remarks = node.putArray("remarks");
        for (Profile.Remarked each : band.remarks()) {
            ObjectNode one = remarks.addObject();
            one.set("component", name(each.component()));
            one.put("remark", word(each.remark()));
            one.put("branches", each.branches());
            one.set("seconds", JsonReport.interval(each.seconds()));
            one.set("share", Json.number(each.share()));
        }
        return node;
    }

    private static JsonNode name(String component) {
        return Json.text(component.isEmpty() ? Optional.empty() : Optional.of(component));
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static JsonNode of(CallSummary call) {
        ObjectNode node = Json.object();
        node.put("path", call.path());
        node.set("component", name(call.component()));
        node.set("attempts", JsonReport.interval(call.attempts()));
        node.set("hedged", JsonReport.interval(call.hedged()));
        node.set("timedOut", JsonReport.interval(call.timedOut()));
        if (call.refused().high() > 0) {
            node.set("refused", JsonReport.interval(call.refused()));
        }
        node.set("fallback", JsonReport.interval(call.fallback()));
        return node;
    }
}
