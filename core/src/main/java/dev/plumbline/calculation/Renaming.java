package dev.plumbline.calculation;

import dev.plumbline.quantity.Expression;
import java.util.List;

/// An expression with one name in place of another.
record Renaming(String from, String to) {
    Expression of(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal;
            case Expression.Name name -> name(name);
            case Expression.Unknown unknown ->
                new Expression.Unknown(unknown.shape(), of(unknown.parameters()), unknown.span());
            case Expression.Negated negated -> new Expression.Negated(of(negated.of()), negated.span());
            case Expression.Binary binary ->
                new Expression.Binary(binary.operator(), of(binary.left()), of(binary.right()), binary.span());
            case Expression.Choice choice ->
                new Expression.Choice(of(choice.condition()), of(choice.then()), of(choice.otherwise()), choice.span());
            case Expression.Call call -> new Expression.Call(call.function(), of(call.arguments()), call.span());
            case Expression.Summary summary ->
                new Expression.Summary(summary.figure(), name(summary.of()), of(summary.detail()), summary.span());
        };
    }

    private Expression.Name name(Expression.Name name) {
        return name.path().equals(from) ? new Expression.Name(to, name.span()) : name;
    }

    private List<Expression> of(List<Expression> all) {
        return all.stream().map(this::of).toList();
    }
}
