package dev.plumbline.knowledge;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Unit;
import dev.plumbline.quantity.UnknownShape;
import java.time.LocalDate;
import java.util.Optional;

/// One thing that is known, and why it may be believed.
///
/// @param path how a design names it: `facts.h100_sxm.memory_bandwidth`
/// @param text the value as written: `3.35 TB/s`, `7.7 .. 8.0 TB/s`
/// @param value the same, read; a range is one value that nobody knows, 90 % sure to lie there
/// @param unit the unit it is written in
/// @param source the document it is from, or from where it is known
/// @param date the day the source speaks of, or the day it was read where it has none
/// @param purpose what it is for
/// @param note what to know before using it; may be empty
/// @param place where it is written
public record Fact(
        String path,
        String text,
        Expression value,
        Unit unit,
        String source,
        LocalDate date,
        String purpose,
        String note,
        Place place) {

    /// Source and day in one line, as a report cites them.
    public String citation() {
        return source + " (" + date + ")";
    }

    /// The fact as a definition of a sheet.
    ///
    /// @param name the path by which it was asked for
    public Definition as(String name) {
        return Definition.of(name, value)
                .from(Definition.Origin.FACT)
                .written(text)
                .sourced(citation())
                .placed("knowledge/" + place.address());
    }

    /// Its value in base units, of a range the geometric middle; empty where it is written otherwise.
    public Optional<Double> middle() {
        return switch (value) {
            case Expression.Literal literal -> Optional.of(literal.quantity().value());
            case Expression.Unknown(var shape, var parameters, var _)
            when shape == UnknownShape.BETWEEN
                    && parameters.get(0) instanceof Expression.Literal low
                    && parameters.get(1) instanceof Expression.Literal high ->
                Optional.of(Math.sqrt(low.quantity().value() * high.quantity().value()));
            case Expression.Unknown _,
                    Expression.Name _,
                    Expression.Negated _,
                    Expression.Binary _,
                    Expression.Choice _,
                    Expression.Call _,
                    Expression.Summary _ -> Optional.empty();
        };
    }

    /// Whether it is known as a range only.
    public boolean isRange() {
        return value instanceof Expression.Unknown;
    }
}
