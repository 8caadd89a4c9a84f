package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Binary;
import dev.plumbline.quantity.Expression.Literal;
import dev.plumbline.quantity.Expression.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words for dimensions that do not fit: both sides, and the leaves they come from.
final class Mismatch {
    private static final int MOST_LEAVES = 6;

    private final Sheet sheet;
    private final Map<String, Dimension> dimensions;

    Mismatch(Sheet sheet, Map<String, Dimension> dimensions) {
        this.sheet = sheet;
        this.dimensions = dimensions;
    }

    Fault of(Binary binary, Dimension left, Dimension right) {
        String text = Printer.print(binary);
        String what = switch (binary.operator()) {
            case ADD -> "\"%s\" adds %s to %s".formatted(text, right.words(), left.words());
            case SUBTRACT -> "\"%s\" subtracts %s from %s".formatted(text, right.words(), left.words());
            case MULTIPLY, DIVIDE, POWER, LESS, AT_MOST, MORE, AT_LEAST, EQUAL, DIFFERENT ->
                "\"%s\" compares %s with %s".formatted(text, left.words(), right.words());
        };
        boolean dashed = binary.operator() == Operator.SUBTRACT
                && binary.left() instanceof Literal low
                && low.unit().isNone()
                && binary.right() instanceof Literal;
        String mend = dashed
                ? "for a range write two dots: %s .. %s"
                        .formatted(Printer.print(binary.left()), Printer.print(binary.right()))
                : mend(binary.left(), left, binary.right(), right);
        return new Fault(
                "quantity.dimension", binary.span(), what, both(binary.left(), left, binary.right(), right), mend);
    }

    Fault between(Expression whole, String what, Expression first, Dimension left, Expression second, Dimension right) {
        return new Fault(
                "quantity.dimension",
                whole.span(),
                what,
                both(first, left, second, right),
                mend(first, left, second, right));
    }

    String both(Expression first, Dimension left, Expression second, Dimension right) {
        return side(first, left) + ", " + side(second, right);
    }

    /// `"daily_users * sessions" is session per time, from "daily_users" (user, design.yaml:7) and ...`
    String side(Expression expression, Dimension dimension) {
        String text = "\"%s\" is %s".formatted(Printer.print(expression), dimension.words());
        if (expression instanceof Expression.Name name
                && sheet.find(name.path()).map(Definition::isLeaf).orElse(true)) {
            return text + place(name.path());
        }
        Set<String> leaves = new LinkedHashSet<>();
        leaves(expression, leaves, new LinkedHashSet<>());
        leaves.remove("\"%s\" (%s)".formatted(Printer.print(expression), dimension.words()));
        return leaves.isEmpty() ? text : text + ", from " + listed(new ArrayList<>(leaves));
    }

    private String place(String path) {
        return sheet.find(path)
                .map(Definition::place)
                .filter(place -> !place.isEmpty())
                .map(" (%s)"::formatted)
                .orElse("");
    }

    private static String listed(List<String> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        if (leaves.size() > MOST_LEAVES) {
            return String.join(", ", leaves.subList(0, MOST_LEAVES))
                    + " and %d more".formatted(leaves.size() - MOST_LEAVES);
        }
        return String.join(", ", leaves.subList(0, leaves.size() - 1)) + " and " + leaves.getLast();
    }

    private void leaves(Expression expression, Set<String> found, Set<String> seen) {
        if (expression instanceof Literal literal && !literal.unit().isNone()) {
            found.add("\"%s\" (%s)"
                    .formatted(
                            Printer.print(literal), literal.unit().dimension().words()));
        }
        if (expression instanceof Expression.Name name && seen.add(name.path())) {
            Definition definition = sheet.find(name.path()).orElse(null);
            Dimension dimension = dimensions.get(name.path());
            if (definition != null && dimension != null && definition.isLeaf()) {
                String place = definition.place().isEmpty() ? "" : ", " + definition.place();
                found.add("\"%s\" (%s%s)".formatted(name.path(), dimension.words(), place));
            } else if (definition != null) {
                definition.content().roots().forEach(root -> leaves(root, found, seen));
            }
        }
        expression.parts().forEach(part -> leaves(part, found, seen));
    }

    private static String mend(Expression first, Dimension left, Expression second, Dimension right) {
        if (left.isNone() || right.isNone()) {
            Expression plain = left.isNone() ? first : second;
            Expression other = left.isNone() ? second : first;
            Dimension wanted = left.isNone() ? right : left;
            return plain instanceof Literal literal
                    ? "give \"%s\" a unit, such as \"%s %s\""
                            .formatted(
                                    Printer.print(literal),
                                    Printer.print(literal),
                                    other instanceof Literal(var n, var unit, var s) ? unit.text() : unit(wanted))
                    : "make \"%s\" %s too".formatted(Printer.print(plain), wanted.words());
        }
        if (left.hasMoney()
                && right.hasMoney()
                && left.per(right).withoutCounts().hasMoney()) {
            return "state the rate of exchange as an assumption, such as 0.9 EUR/USD, and multiply by it";
        }
        return "multiply or divide one side by something in \"%s\"".formatted(unit(left.per(right)));
    }

    private static String unit(Dimension dimension) {
        return Scale.plain(dimension).unit().text();
    }
}
