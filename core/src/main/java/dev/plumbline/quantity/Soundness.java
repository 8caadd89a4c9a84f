package dev.plumbline.quantity;

import java.util.ArrayList;
import java.util.List;

/// Looks for values that are not finite and distributions that cannot be, in the worlds of a valuation.
final class Soundness {
    /// A distribution that cannot be is almost always so in many worlds; building it in all of 100,000 would cost more
    /// than the valuation.
    private static final int MOST_WORLDS = 256;

    private final Valuation valuation;
    private final Program program;

    Soundness(Valuation valuation, Program program) {
        this.valuation = valuation;
        this.program = program;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Definition definition : valuation.checked().sheet().definitions()) {
            switch (definition.content()) {
                case Expression expression -> values(definition, expression, findings);
                case Varying varying -> distribution(definition, varying, findings);
            }
        }
        return findings;
    }

    private void values(Definition definition, Expression expression, List<Finding> findings) {
        double share = 1 - valuation.share(definition.name(), Double::isFinite);
        boolean inherited = definition.uses().stream()
                .anyMatch(used ->
                        findings.stream().anyMatch(before -> before.name().equals(used)));
        if (share > 0 && !inherited) {
            findings.add(new Finding(
                    definition.name(),
                    0,
                    new Fault(
                            "quantity.not-finite",
                            expression.span(),
                            "\"%s\" has no value in %s of worlds".formatted(definition.formula(), percent(share)),
                            "there it divides by zero, takes the root or logarithm of something negative, or"
                                    + " has a range that runs downwards",
                            "bound what it depends on, as with max(1, ...)")));
        }
    }

    private static String percent(double share) {
        Unit percent = Unit.of(Units.standard().get("%"));
        return new Scale(percent, "").print(Quantity.plain(share));
    }

    private void distribution(Definition definition, Varying varying, List<Finding> findings) {
        int worlds = Math.min(MOST_WORLDS, valuation.worlds().count());
        boolean fixed =
                !varying.sized() && program.roots(definition.name()).stream().allMatch(Node.Fixed.class::isInstance);
        for (int world = 0; world < (fixed ? 1 : worlds); world++) {
            try {
                var _ = valuation.distribution(definition.name(), world, 1);
            } catch (IllegalArgumentException impossible) {
                findings.add(new Finding(
                        definition.name(),
                        0,
                        new Fault(
                                "quantity.out-of-range",
                                Span.NONE,
                                "\"%s\" is no distribution in some worlds".formatted(definition.formula()),
                                String.valueOf(impossible.getMessage()),
                                "narrow the range of its parameters, or bound them as with max(0.1 ms, ...)")));
                return;
            }
        }
    }
}
