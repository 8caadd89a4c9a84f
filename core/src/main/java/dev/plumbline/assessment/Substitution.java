package dev.plumbline.assessment;

import dev.plumbline.quantity.Expression;

/// Puts an expression in the place of a name.
final class Substitution {
    private Substitution() {}

    /// `in`, with `by` wherever it names `name`.
    static Expression of(String name, Expression by, Expression in) {
        return switch (in) {
            case Expression.Name(var path, var _) -> path.equals(name) ? by : in;
            case Expression.Literal _ -> in;
            case Expression.Unknown(var shape, var parameters, var span) ->
                new Expression.Unknown(
                        shape,
                        parameters.stream().map(each -> of(name, by, each)).toList(),
                        span);
            case Expression.Negated(var of, var span) -> new Expression.Negated(of(name, by, of), span);
            case Expression.Binary(var operator, var left, var right, var span) ->
                new Expression.Binary(operator, of(name, by, left), of(name, by, right), span);
            case Expression.Choice(var condition, var then, var otherwise, var span) ->
                new Expression.Choice(of(name, by, condition), of(name, by, then), of(name, by, otherwise), span);
            case Expression.Call(var function, var arguments, var span) ->
                new Expression.Call(
                        function,
                        arguments.stream().map(each -> of(name, by, each)).toList(),
                        span);
            case Expression.Summary _ -> in;
        };
    }
}
