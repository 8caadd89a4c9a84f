package dev.plumbline.claim;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The number of a known size or bandwidth stands before the other of GB and GiB.
final class GibForGb implements ClaimRule {
    private static final String RULE = "claim.gib-for-gb";
    private static final List<String> MEMORY = List.of("memory");
    private static final List<String> BANDWIDTH = List.of("memory_bandwidth", "link_one_way", "link_both_ways");
    private static final double ROUNDED = 0.002;

    @Override
    public List<Diagnostic> of(Claimed claimed) {
        List<Diagnostic> found = new ArrayList<>();
        for (Statement statement : claimed.statements()) {
            Optional<Chips.Chip> chip = claimed.chips().named(statement);
            if (chip.isPresent() && statement.unit().isPresent()) {
                for (String attribute : attributes(statement)) {
                    claimed.chips()
                            .figure(chip.get(), attribute)
                            .flatMap(figure -> of(statement, chip.get(), figure))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static List<String> attributes(Statement statement) {
        return statement.dimension().equals(Dimension.DATA)
                ? MEMORY
                : statement.dimension().equals(Dimension.DATA.per(Dimension.TIME)) ? BANDWIDTH : List.of();
    }

    private static Optional<Diagnostic> of(Statement statement, Chips.Chip chip, Chips.Figure figure) {
        Unit written = statement.unit().orElseThrow();
        boolean swapped = isBinary(written) != isBinary(figure.unit());
        double stated = written.fromBase(statement.spread().median()).doubleValue();
        double known = figure.unit().fromBase(figure.spread().median()).doubleValue();
        boolean sameNumber = Math.abs(stated / known - 1) < ROUNDED || Math.abs(stated / known / 1000 - 1) < ROUNDED;
        if (!swapped || !sameNumber) {
            return Optional.empty();
        }
        double off = statement.spread().median() / figure.spread().median() - 1;
        return Optional.of(Claimed.warning(
                RULE,
                statement.place(),
                "\"%s\" is %s, %s %s than the %s %s that a %s has"
                        .formatted(
                                statement.name(),
                                statement.middle(),
                                Quantity.percent(Math.abs(off)),
                                off > 0 ? "more" : "less",
                                Quantity.plain(known),
                                figure.unit(),
                                chip.name()),
                "GiB counts in powers of 1024, GB in powers of 1000, and the same number is 7 % apart",
                "write \"%s\", or the unit that the fact has".formatted(figure.path())));
    }

    private static boolean isBinary(Unit unit) {
        return unit.parts().stream().anyMatch(part -> part.word().symbol().matches("[KMGTP]iB"));
    }
}
