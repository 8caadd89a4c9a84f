package dev.plumbline.quantity;

import java.util.List;

/// Where a number comes from: the formula, its value over worlds, and the same for everything it uses, down to the
/// leaves. Pure data; printing it is elsewhere.
///
/// @param name the name; for an unknown within a formula, the unknown as written
/// @param formula as written
/// @param spread the value over worlds; for a varying value, that of its mean, which is not a number when there is none
/// @param scale the unit to print value and interval in
/// @param source where the author or the knowledge base has it from; may be empty
/// @param place where it is written; may be empty
/// @param repeated whether it was explained before in this tree, and so has no parts here
/// @param parts what it uses, in the order of the formula
public record Explanation(
        String name,
        Kind kind,
        String formula,
        Spread spread,
        Dimension dimension,
        Scale scale,
        String source,
        String place,
        boolean repeated,
        List<Explanation> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /// What stands behind a number.
    public enum Kind {
        /// A number someone wrote.
        LITERAL,
        /// A value nobody knows, drawn in each world.
        UNKNOWN,
        /// A number from the knowledge base.
        FACT,
        /// A number Plumbline took since none was given.
        DEFAULT,
        /// A value that differs from request to request.
        VARYING,
        /// A formula over other numbers.
        FORMULA
    }

    /// The value as a person reads it: `184 ms (131 … 260)`, without the interval if it is certain.
    public String value() {
        String median = scale.print(new Quantity(spread.median(), dimension));
        return spread.isCertain()
                ? median
                : "%s (%s … %s)".formatted(median, scale.number(spread.low()), scale.number(spread.high()));
    }
}
