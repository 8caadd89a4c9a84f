package dev.plumbline.quantity;

import dev.plumbline.quantity.Explanation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Expands a name to the numbers behind it.
public final class Explainer {
    private final Valuation valuation;
    private final Set<String> told = new HashSet<>();

    private Explainer(Valuation valuation) {
        this.valuation = valuation;
    }

    /// Where the value of a name comes from.
    ///
    /// @throws IllegalArgumentException when the sheet does not define it
    public static Explanation explain(Valuation valuation, String name) {
        valuation.dimension(name);
        return new Explainer(valuation).name(name);
    }

    private Explanation name(String name) {
        Definition definition = valuation.checked().sheet().find(name).orElseThrow();
        boolean repeated = !told.add(name) && !definition.isLeaf();
        Spread spread = spread(definition);
        return new Explanation(
                name,
                kind(definition),
                definition.formula(),
                spread,
                valuation.dimension(name),
                scale(definition, spread),
                definition.source(),
                definition.place(),
                repeated,
                repeated ? List.of() : parts(definition));
    }

    private Spread spread(Definition definition) {
        return switch (definition.content()) {
            case Expression expression -> valuation.spread(definition.name());
            case Varying varying when varying.sized() -> new Spread(Double.NaN, Double.NaN, Double.NaN);
            case Varying varying -> Spread.of(valuation.values(Expressions.mean(definition.name())));
        };
    }

    private Scale scale(Definition definition, Spread spread) {
        return scale(new Quantity(spread.median(), valuation.dimension(definition.name())), definition.unit());
    }

    private static Scale scale(Quantity median, Optional<Unit> written) {
        return written.map(unit -> Scale.of(median, unit)).orElseGet(() -> Scale.of(median));
    }

    private static Kind kind(Definition definition) {
        return switch (definition.origin()) {
            case FACT -> Kind.FACT;
            case DEFAULT -> Kind.DEFAULT;
            case ASSUMED, DERIVED -> kind(definition.content());
        };
    }

    private static Kind kind(Content content) {
        return switch (content) {
            case Varying varying -> Kind.VARYING;
            case Expression.Literal literal -> Kind.LITERAL;
            case Expression.Unknown unknown -> Kind.UNKNOWN;
            case Expression.Negated negated -> kind(negated.of());
            case Expression expression -> Kind.FORMULA;
        };
    }

    private List<Explanation> parts(Definition definition) {
        List<Explanation> parts = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        int[] ordinal = {0};
        boolean whole = definition.content() instanceof Expression.Unknown;
        for (Expression root : definition.content().roots()) {
            collect(definition, root, whole, ordinal, listed, parts);
        }
        definition.growth().ifPresent(growth -> {
            for (String used : growth.rate().names()) {
                used(used, listed, parts);
            }
        });
        return parts;
    }

    private void collect(
            Definition definition,
            Expression expression,
            boolean isWhole,
            int[] ordinal,
            Set<String> listed,
            List<Explanation> parts) {
        if (expression instanceof Expression.Unknown unknown) {
            int number = ordinal[0]++;
            if (!isWhole) {
                parts.add(unknown(definition, unknown, number));
            }
        }
        if (expression instanceof Expression.Name name) {
            used(name.path(), listed, parts);
        }
        expression.parts().forEach(part -> collect(definition, part, false, ordinal, listed, parts));
    }

    private void used(String name, Set<String> listed, List<Explanation> parts) {
        if (valuation.checked().sheet().defines(name) && listed.add(name)) {
            parts.add(name(name));
        }
    }

    private Explanation unknown(Definition definition, Expression.Unknown unknown, int ordinal) {
        Spread spread = Spread.of(valuation.unknown(definition.name(), ordinal));
        Optional<Unit> written = unknown.parameters().getLast() instanceof Expression.Literal literal
                ? Optional.of(literal.unit()).filter(unit -> !unit.isNone())
                : Optional.empty();
        Dimension dimension = valuation.checked().dimension(unknown).orElse(Dimension.NONE);
        return new Explanation(
                Printer.print(unknown),
                Kind.UNKNOWN,
                Printer.print(unknown),
                spread,
                dimension,
                scale(new Quantity(spread.median(), dimension), written),
                definition.source(),
                definition.place(),
                false,
                List.of());
    }
}
