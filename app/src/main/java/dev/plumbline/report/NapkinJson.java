package dev.plumbline.report;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.estimation.Napkin;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A napkin as JSON, after `schema/report.schema.json`. Each key is always there: what is not known is `null`.
///
/// @param version Plumbline's version
public record NapkinJson(String version) {
    /// The document, ended by a line feed.
    ///
    /// @param claims what the design says that cannot be so
    public String of(Napkin napkin, List<Diagnostic> claims) {
        ObjectNode root = Json.object();
        root.put("plumbline", version);
        root.put("design", napkin.design());
        root.put("file", napkin.file());
        root.set("horizon", Json.text(napkin.horizon()));
        ArrayNode figures = root.putArray("figures");
        napkin.figures().forEach(figure -> figures.add(figure(figure)));
        ArrayNode gaps = root.putArray("gaps");
        napkin.gaps()
                .forEach(gap -> gaps.addObject()
                        .put("topic", gap.topic().words())
                        .put("what", gap.what())
                        .put("mend", gap.mend()));
        root.set("findings", JsonReport.findings(claims));
        ArrayNode sources = root.putArray("sources");
        napkin.sources().forEach(source -> {
            ObjectNode node = sources.addObject().put("citation", source.citation());
            ArrayNode names = node.putArray("names");
            source.names().forEach(names::add);
        });
        root.put("seed", napkin.worlds().seed());
        root.put("worlds", napkin.worlds().count());
        return Json.written(root);
    }

    private static ObjectNode figure(Napkin.Figure figure) {
        ObjectNode node = Json.object();
        node.put("name", figure.name());
        node.put("topic", figure.topic().name().toLowerCase(Locale.ROOT));
        node.put("detail", figure.detail());
        node.put("unit", figure.scale().unit().text());
        node.set("now", spread(figure.now(), figure.scale()));
        node.set(
                "later",
                figure.later()
                        .map(later -> (JsonNode) spread(later, figure.scale()))
                        .orElseGet(() -> Json.text(Optional.empty())));
        node.set("binding", Json.text(figure.binding()));
        node.put("formula", figure.formula());
        node.put("numbers", figure.numbers());
        ArrayNode sources = node.putArray("sources");
        figure.sources().forEach(sources::add);
        return node;
    }

    private static ObjectNode spread(Spread spread, Scale scale) {
        ObjectNode node = Json.object();
        node.set("value", number(spread.median(), scale));
        node.set("low", number(spread.low(), scale));
        node.set("high", number(spread.high(), scale));
        return node;
    }

    private static JsonNode number(double base, Scale scale) {
        return Json.number(Double.isFinite(base) ? scale.unit().fromBase(base).doubleValue() : base);
    }
}
