package dev.plumbline.quantity;

import java.util.List;
import java.util.OptionalDouble;

/// Checks the fixed numbers of ranges and other shapes of the unknown.
final class Ranges {
    private final Constants constants;
    private final List<Fault> faults;

    Ranges(Constants constants, List<Fault> faults) {
        this.constants = constants;
        this.faults = faults;
    }

    void check(Expression expression) {
        expression.parts().forEach(this::check);
        if (expression instanceof Expression.Unknown unknown) {
            double[] values = new double[unknown.parameters().size()];
            for (int i = 0; i < values.length; i++) {
                OptionalDouble value = constants.of(unknown.parameters().get(i));
                if (value.isEmpty()) {
                    return;
                }
                values[i] = value.getAsDouble();
            }
            shape(unknown, values);
        }
    }

    private void shape(Expression.Unknown unknown, double[] values) {
        if (Belief.valid(unknown.shape(), values)) {
            return;
        }
        String text = Printer.print(unknown);
        boolean between = unknown.shape() == UnknownShape.BETWEEN;
        if (unknown.shape() == UnknownShape.BETA) {
            faults.add(new Fault(
                    "quantity.range-order",
                    unknown.span(),
                    "\"%s\" is no beta distribution".formatted(text),
                    "both its parameters are above zero",
                    "write {unknown: {beta: [3, 7]}} for a share of about 30 %"));
        } else if (between && values[0] == 0) {
            zero(unknown, values, text);
        } else {
            String mend = between
                    ? "write \"%s\""
                            .formatted(Printer.print(new Expression.Unknown(
                                    unknown.shape(), unknown.parameters().reversed(), unknown.span())))
                    : "write %s in rising order"
                            .formatted(String.join(", ", unknown.shape().parameters()));
            faults.add(new Fault(
                    "quantity.range-order",
                    unknown.span(),
                    "\"%s\" runs downwards".formatted(text),
                    between ? "a .. b says: 90 % sure that the value lies from a up to b" : "its points rise",
                    mend));
        }
    }

    private void zero(Expression.Unknown unknown, double[] values, String text) {
        boolean nothing = values[1] == 0;
        faults.add(new Fault(
                "quantity.range-zero",
                unknown.span(),
                nothing ? "\"%s\" is nothing at all".formatted(text) : "\"%s\" starts at zero".formatted(text),
                nothing
                        ? "a range says what is not known, and both its ends are zero"
                        : "a positive range is lognormal and has no zero; a normal one is negative in 5 % of worlds",
                nothing
                        ? "write 0 if it is none, or the range you mean"
                        : "write a small lower end above zero, or {unknown: {uniform: [%s, %s]}}"
                                .formatted(
                                        Printer.print(unknown.parameters().get(0)),
                                        Printer.print(unknown.parameters().get(1)))));
    }
}
