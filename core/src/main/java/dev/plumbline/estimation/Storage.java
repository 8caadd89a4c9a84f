package dev.plumbline.estimation;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.EventSource;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Bytes at rest: events as they are kept (raw, encoded, copied, per year) and data as it is served (one copy, all).
final class Storage {
    private final Formulas formulas;

    private Storage(Formulas formulas) {
        this.formulas = formulas;
    }

    static void derive(Formulas formulas) {
        Storage storage = new Storage(formulas);
        formulas.design().sources().values().forEach(storage::source);
        Map<String, Component> holders = new LinkedHashMap<>();
        formulas.design()
                .components()
                .values()
                .forEach(component -> component.holds().forEach(data -> holders.put(data, component)));
        formulas.design()
                .data()
                .values()
                .forEach(data -> storage.data(data, Optional.ofNullable(holders.get(data.name()))));
    }

    private void source(EventSource source) {
        String name = source.name();
        if (source.size().isEmpty() || source.keep().isEmpty()) {
            formulas.gap(
                    Topic.STORAGE,
                    "what is kept of " + name,
                    "add %s to it".formatted(source.size().isEmpty() ? "\"size: 200 B/event\"" : "\"keep: 90 day\""));
            return;
        }
        Amount rate = source.rate();
        Expression kept = Expressions.times(
                Expressions.name(rate.name()),
                Expressions.name(source.keep().get().name()));
        Expression events = formulas.detail(Topic.STORAGE, name + ".events_kept", kept);
        Dimension counted = formulas.dimension(rate.name()).times(Dimension.TIME);
        String size = source.size().get().name();
        Expression raw = formulas.put(Topic.STORAGE, name + ".raw", formulas.bytes(events, counted, size));
        Expression encoded = source.encoded()
                .<Expression>map(share -> formulas.put(
                        Topic.STORAGE, name + ".encoded_size", Expressions.times(raw, Expressions.name(share.name()))))
                .orElse(raw);
        Expression all = source.copies()
                .<Expression>map(copies -> Expressions.times(encoded, Expressions.name(copies.name())))
                .orElse(encoded);
        Expression storage = formulas.put(Topic.STORAGE, name + ".storage", all);
        Unit yearly = Formulas.unit("TB", "year");
        formulas.put(
                Topic.STORAGE,
                name + ".storage_per_year",
                Expressions.over(storage, Expressions.name(source.keep().get().name())),
                yearly);
        if (source.encoded().isEmpty() && source.copies().isEmpty()) {
            formulas.gap(
                    Topic.STORAGE,
                    "how %s is compressed and copied, so raw bytes and one copy are counted".formatted(name),
                    "add \"encoded: 30 %\" and \"copies: 3\" to it");
        }
    }

    private void data(Data data, Optional<Component> holder) {
        if (data.rows().isEmpty() || data.size().isEmpty()) {
            formulas.gap(
                    Topic.STORAGE,
                    "the size of " + data.name(),
                    "add %s to it".formatted(data.rows().isEmpty() ? "\"rows: 1M row\"" : "\"size: 1 KB/row\""));
            return;
        }
        String rows = data.rows().get().name();
        Expression bytes = formulas.bytes(
                Expressions.name(rows),
                formulas.dimension(rows),
                data.size().get().name());
        Expression one = formulas.put(Topic.STORAGE, data.name() + ".one_copy", bytes);
        Expression all = holder.<Expression>map(component -> Expressions.times(
                        one, Expressions.name(component.replicas().name())))
                .orElse(one);
        formulas.put(Topic.STORAGE, data.name() + ".storage", all);
    }
}
