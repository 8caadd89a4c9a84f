package dev.plumbline.report;

import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Unit;
import dev.plumbline.scale.Break;
import dev.plumbline.scale.Change;
import dev.plumbline.scale.Curve;
import dev.plumbline.scale.Edit;
import dev.plumbline.scale.Limit;
import dev.plumbline.scale.Sweep;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A sweep as JSON, after `schema/report.schema.json`. Each key is always there: what is not known is `null`.
///
/// @param version Plumbline's version
public record ScaleJson(String version) {
    /// The document, ended by a line feed.
    public String of(Sweep sweep) {
        ObjectNode root = Json.object();
        root.put("plumbline", version);
        root.put("design", sweep.design());
        root.put("file", sweep.file());
        ObjectNode by = root.putObject("by");
        by.put("name", sweep.by().name());
        by.put("unit", sweep.by().unitText());
        ObjectNode now = by.putObject("now");
        now.set("value", number(sweep, sweep.by().now().median()));
        now.set("low", number(sweep, sweep.by().now().low()));
        now.set("high", number(sweep, sweep.by().now().high()));
        by.set(
                "growsPerMonth",
                sweep.by().monthly().isPresent()
                        ? Json.number(sweep.by().monthly().getAsDouble() - 1)
                        : Json.nothing());
        ArrayNode with = by.putArray("with");
        sweep.by().with().forEach(with::add);
        root.set("from", number(sweep, sweep.from()));
        root.set("to", number(sweep, sweep.to()));
        ArrayNode curves = root.putArray("requirements");
        sweep.curves().forEach(curve -> curves.add(curve(sweep, curve)));
        ArrayNode limits = root.putArray("limits");
        sweep.limits().forEach(limit -> limits.add(limit(sweep, limit)));
        ArrayNode changes = root.putArray("changes");
        sweep.changes().forEach(change -> changes.add(change(sweep, change)));
        ArrayNode unread = root.putArray("unread");
        sweep.unread().forEach(each -> unread.addObject().put("id", each.id()).put("reason", each.reason()));
        ArrayNode fixed = root.putArray("fixed");
        sweep.fixed().forEach(fixed::add);
        root.put("complete", sweep.complete());
        root.set("run", JsonReport.run(sweep.run()));
        return Json.written(root);
    }

    private static ObjectNode curve(Sweep sweep, Curve curve) {
        ObjectNode node = Json.object();
        node.put("id", curve.id());
        node.put("meter", curve.meter());
        node.put("target", curve.target());
        node.put("monotone", curve.isMonotone());
        ArrayNode breaks = node.putArray("breaks");
        curve.breaks().forEach(each -> breaks.add(turn(sweep, each)));
        ArrayNode points = node.putArray("points");
        curve.points().forEach(point -> {
            ObjectNode at = points.addObject();
            at.set("at", number(sweep, point.at()));
            at.set("chance", Json.number(point.chance()));
            at.set(
                    "value",
                    point.value()
                            .map(each -> (JsonNode) JsonReport.figure(each))
                            .orElseGet(() -> Json.text(Optional.empty())));
        });
        return node;
    }

    private static ObjectNode turn(Sweep sweep, Break each) {
        ObjectNode node = Json.object();
        node.put("turn", each.turn().name().toLowerCase(Locale.ROOT));
        node.set("at", number(sweep, each.at()));
        node.set("low", each.low() == 0 ? Json.nothing() : number(sweep, each.low()));
        node.set("high", number(sweep, each.high()));
        node.set("headroom", Json.number(sweep.headroom(each.at())));
        Sweep.Months months = sweep.months(each);
        node.set("months", Json.number(months.middle()));
        node.set("monthsLow", Json.number(months.low()));
        node.set("monthsHigh", Json.number(months.high()));
        node.put("why", each.why().words());
        node.set("component", Json.text(Optional.of(each.component()).filter(name -> !name.isEmpty())));
        node.put("reason", each.reason());
        return node;
    }

    private static ObjectNode limit(Sweep sweep, Limit limit) {
        ObjectNode node = Json.object();
        node.set("at", reached(sweep, limit));
        node.set("low", limit.low() == 0 ? Json.nothing() : number(sweep, limit.low()));
        node.set("high", number(sweep, limit.high()));
        node.put("why", limit.why().words());
        node.put("component", limit.component());
        node.put("figure", limit.figure());
        node.put("reason", limit.reason());
        return node;
    }

    private static JsonNode reached(Sweep sweep, Limit limit) {
        return limit.at() == 0 ? Json.nothing() : number(sweep, limit.at());
    }

    private static ObjectNode change(Sweep sweep, Change change) {
        ObjectNode node = edited(sweep, change);
        ArrayNode instead = node.putArray("instead");
        change.instead().forEach(other -> instead.add(edited(sweep, other)));
        return node;
    }

    private static ObjectNode edited(Sweep sweep, Change change) {
        ObjectNode node = Json.object();
        node.set("at", reached(sweep, change.moved()));
        node.put("name", change.edit().name());
        switch (change.edit()) {
            case Edit.Count(var _, var from, var to) -> {
                node.set("from", Json.number(from));
                node.set("to", Json.number(to));
            }
            case Edit.Shards(var _, var from, var to) -> {
                node.set("from", Json.number(from));
                node.set("to", Json.number(to));
            }
            case Edit.Larger larger -> {
                node.put("from", larger.was());
                node.put("to", larger.becomes());
            }
        }
        node.set(
                "next",
                change.next()
                        .map(limit -> (JsonNode) Json.object()
                                .put("why", limit.why().words())
                                .put("component", limit.component())
                                .set("at", reached(sweep, limit)))
                        .orElseGet(Json::nothing));
        node.set("costBefore", cost(sweep, change.costBefore()));
        node.set("costAfter", cost(sweep, change.costAfter()));
        node.set("note", Json.text(Optional.of(change.note()).filter(note -> !note.isEmpty())));
        return node;
    }

    private static JsonNode cost(Sweep sweep, double perSecond) {
        if (sweep.money().isEmpty() || !Double.isFinite(perSecond)) {
            return Json.nothing();
        }
        Quantity quantity = new Quantity(perSecond, sweep.money().get());
        Unit unit = Scale.of(quantity).unit();
        ObjectNode node = Json.object();
        node.set("value", Json.number(unit.fromBase(perSecond).doubleValue()));
        node.put("unit", unit.text());
        return node;
    }

    private static JsonNode number(Sweep sweep, double base) {
        return Json.number(sweep.by().shown(base));
    }
}
