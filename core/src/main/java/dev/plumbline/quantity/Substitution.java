package dev.plumbline.quantity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts expressions in the place of others.
public final class Substitution {
    private final Function<Expression, Optional<Expression>> by;

    private Substitution(Function<Expression, Optional<Expression>> by) {
        this.by = by;
    }

    /// `in`, with `by` wherever it names `name`; what is asked of a varying value stays.
    public static Expression of(String name, Expression by, Expression in) {
        return of(
                part -> part instanceof Expression.Name(var path, var _) && path.equals(name)
                        ? Optional.of(by)
                        : part instanceof Expression.Summary ? Optional.of(part) : Optional.empty(),
                in);
    }

    /// `in`, with another expression wherever `by` gives one; what is replaced is not looked into.
    public static Expression of(Function<Expression, Optional<Expression>> by, Expression in) {
        return new Substitution(by).in(in);
    }

    private Expression in(Expression expression) {
        return by.apply(expression).orElseGet(() -> switch (expression) {
            case Expression.Name _, Expression.Literal _, Expression.Summary _ -> expression;
            case Expression.Unknown(var shape, var parameters, var span) ->
                new Expression.Unknown(shape, all(parameters), span);
            case Expression.Negated(var of, var span) -> new Expression.Negated(in(of), span);
            case Expression.Binary(var operator, var left, var right, var span) ->
                new Expression.Binary(operator, in(left), in(right), span);
            case Expression.Choice(var condition, var then, var otherwise, var span) ->
                new Expression.Choice(in(condition), in(then), in(otherwise), span);
            case Expression.Call(var function, var arguments, var span) ->
                new Expression.Call(function, all(arguments), span);
        });
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::in).toList();
    }
}
