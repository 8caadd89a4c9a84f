package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Content;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Finding;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Varying;
import dev.plumbline.quantity.Worlds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/// Checks what amounts come to: no share above 100 %, no rate below zero, no half replica.
///
/// An unknown is judged by its middle: a range that reaches a little over 100 % is kept within it where it is used.
final class ValueCheck {
    private static final Worlds FEW = new Worlds(32, 1);
    /// Where 5 % of the sorted values lie below.
    private static final int TWENTIETH = 1;

    private final Draft draft;
    private final Valuation valuation;

    private ValueCheck(Draft draft, Valuation valuation) {
        this.draft = draft;
        this.valuation = valuation;
    }

    /// @param checked the sheet, or the part of it that is sound
    static void inspect(Draft draft, Checked checked) {
        Valuation valuation = Valuation.of(checked, FEW);
        List<Finding> findings = valuation.findings();
        findings.forEach(finding -> SheetBuilder.report(draft, finding));
        ValueCheck check = new ValueCheck(draft, valuation);
        for (Draft.Entry entry : draft.entries().values()) {
            boolean judged = checked.sheet().defines(entry.name())
                    && findings.stream().noneMatch(finding -> finding.name().equals(entry.name()));
            if (judged && isOneValue(entry.content())) {
                check.entry(entry);
            } else if (judged && entry.content() instanceof Varying.Constant) {
                check.ofSize(entry);
            }
        }
    }

    private static boolean isOneValue(Content content) {
        return content instanceof Expression || (content instanceof Varying.Constant constant && !constant.sized());
    }

    /// The time of a batch is a time for every size up to the largest that is usual.
    private void ofSize(Draft.Entry entry) {
        for (int size : List.of(1, 2, 4, 8, 16, 32, 64)) {
            try {
                valuation.distribution(entry.name(), 0, size);
            } catch (IllegalArgumentException _) {
                problems()
                        .error(
                                "design.negative",
                                entry.place(),
                                "%s is below zero for a batch of %d".formatted(entry.name(), size),
                                "a batch takes time, whatever its size",
                                "write a time that grows with its size, such as 2.2 ms + 0.18 ms * size");
                return;
            }
        }
    }

    private void entry(Draft.Entry entry) {
        double[] values = valuation.values(entry.name()).clone();
        Arrays.sort(values);
        double middle = values[values.length / 2];
        Place place = entry.origins().isEmpty()
                ? entry.place()
                : entry.origins().getFirst().whole();
        switch (entry.measure()) {
            case SHARE -> share(entry, middle, place);
            case ARRIVAL_RATE -> arrives(entry, middle, values[TWENTIETH], place);
            case TIME, SIZE, COUNT, POPULATION, CAPACITY, TOKENS, BANDWIDTH, TIME_PER_SIZE, PRICE ->
                notNegative(entry, values[TWENTIETH], middle, place);
            case NUMBER -> number(entry, values[0], middle, place);
            case GROWTH, ANY -> {}
        }
    }

    private void share(Draft.Entry entry, double middle, Place place) {
        if (middle > 1 || middle < 0) {
            problems()
                    .error(
                            "design.share",
                            place,
                            "%s is %s".formatted(entry.name(), percent(middle)),
                            "a share of a whole lies between 0 % and 100 %",
                            middle > 1 && middle <= 100 && !entry.text().contains("%")
                                    ? "write \"%s %%\" if that is meant".formatted(number(middle))
                                    : "write a share from 0 % to 100 %");
        }
    }

    private void arrives(Draft.Entry entry, double middle, double low, Place place) {
        notNegative(entry, low, middle, place);
        if (middle == 0) {
            problems()
                    .error(
                            "design.negative",
                            place,
                            "%s is zero, so nothing ever arrives".formatted(entry.name()),
                            "a rate of zero asks nothing of the design, and nothing about it can be read",
                            "write the rate that is expected, such as "
                                    + entry.measure().example());
        }
    }

    private void notNegative(Draft.Entry entry, double low, double middle, Place place) {
        if (low < 0) {
            problems()
                    .error(
                            "design.negative",
                            place,
                            (low == middle ? "%s is %s" : "%s may be %s")
                                    .formatted(entry.name(), new Quantity(low, dimension(entry)).toString()),
                            "it cannot be below zero",
                            "write " + entry.measure().words());
        }
    }

    /// Numbers count things, or say how many times as much; those that count things are at least one.
    private void number(Draft.Entry entry, double least, double middle, Place place) {
        String key = entry.name().substring(entry.name().lastIndexOf('.') + 1);
        boolean counts = List.of("replicas", "concurrency", "max", "users", "from", "to", "priority", "least")
                .contains(key);
        if (middle < 0 || (counts && middle < 1)) {
            problems()
                    .error(
                            "design.negative",
                            place,
                            "%s is %s".formatted(entry.name(), number(middle)),
                            counts ? "there is at least one" : "it cannot be below zero",
                            counts ? "write 1 or more" : "write zero or more");
        } else if (counts && entry.content() instanceof Expression.Literal && least != Math.rint(least)) {
            problems()
                    .error(
                            "design.whole-number",
                            place,
                            "%s is %s".formatted(entry.name(), number(middle)),
                            "only whole ones exist",
                            "write %s or %s".formatted(number(Math.floor(middle)), number(Math.ceil(middle))));
        }
    }

    private Dimension dimension(Draft.Entry entry) {
        return valuation.dimension(entry.name());
    }

    private Problems problems() {
        return draft.problems();
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }

    private static String number(double value) {
        return Quantity.plain(value).toString();
    }
}
