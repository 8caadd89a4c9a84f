package dev.plumbline.calculation;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Fault;
import dev.plumbline.quantity.Parser;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Span;
import dev.plumbline.quantity.Unit;
import dev.plumbline.quantity.Units;
import java.util.Optional;

/// Reads the unit in which a value is wanted.
///
/// @param due what the value measures
record UnitReading(Units units, Dimension due) {
    private static final String ONE = "1 ";

    Optional<Unit> unit(String text) {
        return Parser.parse(ONE + text, units).found().flatMap(Expression::writtenUnit);
    }

    /// What is wrong with the unit, if anything is.
    Optional<Fault> fault(String text) {
        var parsed = Parser.parse(ONE + text, units);
        if (!text.isEmpty() && Character.isDigit(text.codePointAt(0))) {
            return Optional.of(none(text));
        }
        if (!parsed.faults().isEmpty()) {
            Fault fault = parsed.faults().getFirst();
            int start = Math.max(0, fault.start() - ONE.length());
            int end = Math.max(start, fault.end() - ONE.length());
            return Optional.of(new Fault(fault.rule(), new Span(start, end), fault.what(), fault.why(), fault.mend()));
        }
        Optional<Unit> unit = unit(text);
        if (unit.isEmpty() && !text.isBlank()) {
            return Optional.of(none(text));
        }
        return unit.filter(found -> !found.dimension().equals(due)).map(found -> other(text, found));
    }

    private static Fault none(String text) {
        return new Fault(
                "quantity.unknown-unit",
                new Span(0, text.length()),
                "\"%s\" is no unit".formatted(text),
                "a value is printed in one unit, which may be a fraction",
                "write a unit such as \"ms\" or \"USD/month\"");
    }

    private Fault other(String text, Unit unit) {
        String plain = Scale.of(new Quantity(1, due)).unit().text();
        return new Fault(
                "quantity.dimension",
                new Span(0, text.length()),
                "the answer is %s, and \"%s\" measures %s"
                        .formatted(due.words(), text, unit.dimension().words()),
                "a value can be printed only in units of its own kind",
                plain.isEmpty() ? "leave --in out" : "write \"%s\" or a unit like it".formatted(plain));
    }
}
