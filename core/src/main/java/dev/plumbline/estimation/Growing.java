package dev.plumbline.estimation;

import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expression.Operator;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Growth;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Sheet;
import dev.plumbline.quantity.Substitution;
import dev.plumbline.quantity.Unit;
import dev.plumbline.quantity.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many times larger a value is after a year of growth, as a formula.
final class Growing {
    private static final List<String> PERIODS = List.of("year", "month", "week", "day", "h");

    private final Sheet sheet;
    private final Map<String, Boolean> known = new HashMap<>();

    private Growing(Sheet sheet) {
        this.sheet = sheet;
    }

    /// The value in a year over the value now; empty where nothing behind it grows.
    static Optional<Expression> inAYear(Sheet sheet, String name) {
        return new Growing(sheet).of(name);
    }

    private Optional<Expression> of(String name) {
        Optional<Definition> definition = sheet.find(name).filter(_ -> grows(name));
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        Optional<Expression> own = definition.flatMap(Definition::growth).map(Growing::factor);
        if (!(definition.get().content() instanceof Expression now)
                || now.names().stream().noneMatch(this::grows)) {
            return own;
        }
        Expression behind = onlyFactor(now).orElseGet(() -> Expressions.over(later(now), Expressions.name(name)));
        return Optional.of(own.map(factor -> Expressions.times(behind, factor)).orElse(behind));
    }

    private boolean grows(String name) {
        Boolean before = known.putIfAbsent(name, false);
        if (before != null) {
            return before;
        }
        boolean any = sheet.find(name)
                .filter(each ->
                        each.growth().isPresent() || each.uses().stream().anyMatch(this::grows))
                .isPresent();
        known.put(name, any);
        return any;
    }

    private boolean grows(Expression expression) {
        return expression.names().stream().anyMatch(this::grows);
    }

    /// A product of which one factor grows, grows as that factor does.
    private Optional<Expression> onlyFactor(Expression expression) {
        if (expression instanceof Expression.Name(var path, var _)) {
            return of(path);
        }
        if (expression instanceof Expression.Binary(var operator, var left, var right, var _)) {
            boolean onlyLeft = grows(left) && !grows(right);
            if (onlyLeft && (operator == Operator.MULTIPLY || operator == Operator.DIVIDE)) {
                return onlyFactor(left);
            }
            if (operator == Operator.MULTIPLY && grows(right) && !grows(left)) {
                return onlyFactor(right);
            }
        }
        return Optional.empty();
    }

    /// The formula with every growing name a year later.
    private Expression later(Expression now) {
        Expression later = now;
        for (String used : now.names()) {
            Optional<Expression> factor = of(used);
            if (factor.isPresent()) {
                Expression grown = Expressions.times(Expressions.name(used), factor.get());
                later = Substitution.of(used, grown, later);
            }
        }
        return later;
    }

    /// `(1 + daily_users.grows * 1 month) ^ (1 year / 1 month)`
    private static Expression factor(Growth growth) {
        Expression period = period(growth.period());
        Expression more = Expressions.plus(Expressions.number(1), Expressions.times(growth.rate(), period));
        return Expressions.power(more, Expressions.over(unit("year"), period));
    }

    private static Expression period(double seconds) {
        return PERIODS.stream()
                .filter(word ->
                        Units.standard().find(word).orElseThrow().factor().doubleValue() == seconds)
                .findFirst()
                .map(Growing::unit)
                .orElseGet(() -> Expressions.literal(new Quantity(seconds, Dimension.TIME)));
    }

    private static Expression unit(String word) {
        return Expressions.literal(1, Unit.of(Units.standard().find(word).orElseThrow()));
    }
}
