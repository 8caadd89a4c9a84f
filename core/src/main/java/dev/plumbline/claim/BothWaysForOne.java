package dev.plumbline.claim;

import dev.plumbline.design.Component;
import dev.plumbline.design.Machine;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a link carries in both directions together, as vendors print it, stands where one way is meant.
final class BothWaysForOne implements ClaimRule {
    private static final String RULE = "claim.both-ways-for-one";
    private static final Dimension SPEED = Dimension.DATA.per(Dimension.TIME);
    private static final List<String> LINKS = List.of("link", "nvlink", "interconnect", "fabric", "infinity", "ici");
    private static final List<String> ADMIT = List.of("both", "bidirectional", "total", "sum", "aggregate", "duplex");
    private static final double ROUNDED = 0.02;

    @Override
    public List<Diagnostic> of(Claimed claimed) {
        List<Diagnostic> found = new ArrayList<>();
        for (Component component : claimed.design().components().values()) {
            claimed.spread(component.name() + ".generation.interconnect")
                    .ifPresent(stated -> component
                            .machine()
                            .flatMap(machine -> of(
                                    claimed,
                                    "the interconnect of " + component.name(),
                                    stated.median(),
                                    chip(machine),
                                    component.place()))
                            .ifPresent(found::add));
        }
        for (Statement statement : claimed.statements()) {
            if (statement.dimension().equals(SPEED) && statement.says(LINKS) && !statement.says(ADMIT)) {
                claimed.chips()
                        .meant(statement)
                        .flatMap(chip -> of(
                                claimed,
                                "\"%s\"".formatted(statement.name()),
                                statement.spread().median(),
                                chip,
                                statement.place()))
                        .ifPresent(found::add);
            }
        }
        for (Definition each : claimed.users("link_both_ways")) {
            if (!each.name().matches(".*(" + String.join("|", ADMIT) + ").*")) {
                found.add(Claimed.warning(
                        RULE,
                        claimed.place(each),
                        "\"%s\" is computed from what a link carries both ways together".formatted(each.name()),
                        "data that goes one way has half of it",
                        "use \"link_one_way\", or put \"both\" into the name"));
            }
        }
        return found;
    }

    private static Chips.Chip chip(Machine machine) {
        return new Chips.Chip(Facts.key(machine.name()));
    }

    private static Optional<Diagnostic> of(Claimed claimed, String whose, double value, Chips.Chip chip, Place place) {
        Optional<Chips.Figure> both = claimed.chips().figure(chip, "link_both_ways");
        Optional<Chips.Figure> one = claimed.chips().figure(chip, "link_one_way");
        if (both.isEmpty()
                || one.isEmpty()
                || Math.abs(value / both.get().spread().median() - 1) > ROUNDED) {
            return Optional.empty();
        }
        return Optional.of(Claimed.error(
                RULE,
                place,
                "%s is %s, which a %s sends and receives together"
                        .formatted(whose, new Quantity(value, SPEED), chip.name()),
                "one way it has half of it, and a transfer takes twice the time",
                "write \"%s\", which is %s"
                        .formatted(
                                one.get().path(),
                                new Quantity(one.get().spread().median(), SPEED))));
    }
}
