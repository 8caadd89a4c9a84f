package dev.plumbline.report;

import dev.plumbline.estimation.Tornado;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Sensitivity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A tornado chart as JSON, after `schema/report.schema.json`.
///
/// @param version Plumbline's version
public record TornadoJson(String version) {
    /// The document, ended by a line feed.
    public String of(Tornado tornado) {
        ObjectNode root = Json.object();
        root.put("plumbline", version);
        root.put("design", tornado.design());
        root.put("file", tornado.file());
        ArrayNode figures = root.putArray("sensitivity");
        tornado.figures().forEach(figure -> figures.add(figure(figure)));
        root.put("seed", tornado.worlds().seed());
        root.put("worlds", tornado.worlds().count());
        return Json.written(root);
    }

    private static ObjectNode figure(Tornado.Figure figure) {
        ObjectNode node = Json.object();
        node.put("name", figure.name());
        node.put("unit", figure.scale().unit().text());
        ObjectNode now = node.putObject("now");
        now.set("value", number(figure.spread().median(), figure.scale()));
        now.set("low", number(figure.spread().low(), figure.scale()));
        now.set("high", number(figure.spread().high(), figure.scale()));
        node.put("method", figure.sensitivity().method().words());
        ArrayNode effects = node.putArray("effects");
        figure.sensitivity().effects().forEach(each -> effects.add(effect(each, figure.scale())));
        return node;
    }

    private static ObjectNode effect(Sensitivity.Effect effect, Scale scale) {
        ObjectNode node = Json.object();
        node.put("name", effect.definition());
        node.put("ordinal", effect.ordinal());
        node.put("unknown", effect.text());
        node.set("total", Json.number(effect.total()));
        node.set("low", number(effect.low(), scale));
        node.set("high", number(effect.high(), scale));
        return node;
    }

    private static JsonNode number(double base, Scale scale) {
        return Json.number(Double.isFinite(base) ? scale.unit().fromBase(base).doubleValue() : base);
    }
}
