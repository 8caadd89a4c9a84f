package dev.plumbline.report;

import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.review.Mend;
import dev.plumbline.review.Mends;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Mends as JSON, after `schema/report.schema.json`. Each key is always there: what is not known is `null`.
///
/// @param version Plumbline's version
public record MendJson(String version) {
    /// The document, ended by a line feed.
    public String of(Mends mends) {
        ObjectNode root = Json.object();
        root.put("plumbline", version);
        root.put("design", mends.design());
        root.put("file", mends.file());
        root.set(
                "before",
                mends.before()
                        .map(before -> (JsonNode) before(before, mends.cost()))
                        .orElseGet(() -> Json.text(Optional.empty())));
        ArrayNode array = root.putArray("mends");
        mends.mends().forEach(mend -> array.add(mend(mend)));
        root.set("tried", tried(mends.tried()));
        root.set("run", JsonReport.run(mends.run()));
        return Json.written(root);
    }

    private static ObjectNode before(Verdict before, Optional<Figure> cost) {
        ObjectNode node = Json.object();
        node.set("verdict", JsonReport.verdict(before));
        node.set("cost", figure(cost));
        return node;
    }

    private static JsonNode figure(Optional<Figure> figure) {
        return figure.map(each -> (JsonNode) JsonReport.figure(each)).orElseGet(() -> Json.text(Optional.empty()));
    }

    private static ObjectNode mend(Mend mend) {
        ObjectNode node = Json.object();
        ArrayNode moves = node.putArray("edits");
        mend.moves()
                .forEach(move -> moves.addObject()
                        .put("what", move.what())
                        .put("from", move.from())
                        .put("to", move.to()));
        node.set("after", JsonReport.verdict(mend.after()));
        node.set("cost", figure(mend.cost()));
        node.set("unpriced", texts(mend.unpriced()));
        node.set("assumes", texts(mend.assumes()));
        node.put("confirmed", mend.confirmed());
        node.put("patch", mend.patch().unified());
        return node;
    }

    private static ObjectNode tried(Mends.Tried tried) {
        ObjectNode node = Json.object();
        node.put("edits", tried.candidates());
        node.put("skipped", tried.skipped());
        node.put("hurting", tried.hurting());
        node.set("hurt", texts(tried.hurt()));
        node.put("end", tried.end().name().toLowerCase(Locale.ROOT));
        return node;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = Json.object().putArray("texts");
        texts.forEach(array::add);
        return array;
    }
}
