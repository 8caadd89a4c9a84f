package dev.plumbline.quantity;

import dev.plumbline.quantity.Typing.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Checks the parameters of a varying value against each other.
final class VaryingCheck {
    private final Sheet sheet;
    private final Mismatch mismatch;
    private final Constants constants;

    VaryingCheck(Sheet sheet, Map<String, Dimension> dimensions) {
        this.sheet = sheet;
        this.mismatch = new Mismatch(sheet, dimensions);
        this.constants = new Constants(sheet);
    }

    /// Takes a fault and the root it is about.
    @FunctionalInterface
    interface Notes {
        void note(int root, Fault fault);
    }

    /// The dimension of the whole, from those of its roots.
    Typed check(Varying varying, List<Typed> types, Notes notes) {
        return check(varying, types, 0, notes);
    }

    private Typed check(Varying varying, List<Typed> types, int from, Notes notes) {
        return switch (varying) {
            case Varying.Constant constant -> types.get(from);
            case Varying.Percentiles percentiles -> percentiles(percentiles, types, from, notes);
            case Varying.MeanCv gamma -> {
                above(gamma.mean(), from, "a mean", notes);
                plain(gamma.cv(), types.get(from + 1), from + 1, notes);
                notNegative(gamma.cv(), from + 1, "a coefficient of variation", notes);
                yield types.get(from);
            }
            case Varying.Exponentially exponential -> {
                above(exponential.mean(), from, "the mean of an exponential", notes);
                yield types.get(from);
            }
            case Varying.PowerLaw pareto -> {
                above(pareto.min(), from, "the least value of a power law", notes);
                plain(pareto.tail(), types.get(from + 1), from + 1, notes);
                above(pareto.tail(), from + 1, "the tail of a power law", notes);
                yield types.get(from);
            }
            case Varying.Mix mix -> mix(mix, types, from, notes);
            case Varying.Measured measured -> Typed.of(measured.dimension());
        };
    }

    private Typed percentiles(Varying.Percentiles percentiles, List<Typed> types, int from, Notes notes) {
        List<Expression> roots = percentiles.roots();
        Typed all = types.get(from);
        for (int i = 0; i < roots.size(); i++) {
            above(roots.get(i), from + i, "a percentile", notes);
            if (i > 0) {
                all = same(all, roots.getFirst(), types.get(from + i), roots.get(i), from + i, notes);
                rising(roots.get(i - 1), roots.get(i), from + i, notes);
            }
        }
        return all;
    }

    private void rising(Expression before, Expression after, int root, Notes notes) {
        OptionalDouble low = constants.of(before);
        OptionalDouble high = constants.of(after);
        if (low.isPresent() && high.isPresent() && low.getAsDouble() > high.getAsDouble()) {
            notes.note(
                    root,
                    new Fault(
                            "quantity.percentile-order",
                            after.span(),
                            "\"%s\" is less than \"%s\" at the percentile before it"
                                    .formatted(Printer.print(after), Printer.print(before)),
                            "more requests stay below a higher percentile, so its value is not smaller",
                            "swap the two, or correct one"));
        }
    }

    private Typed mix(Varying.Mix mix, List<Typed> types, int from, Notes notes) {
        List<Typed> parts = new ArrayList<>();
        int at = from;
        Typed all = Typed.ZERO;
        Expression first = mix.of().getFirst().share();
        for (Varying.Mix.Part part : mix.of()) {
            plain(part.share(), types.get(at), at, notes);
            notNegative(part.share(), at, "a share", notes);
            Typed typed = check(part.of(), types, at + 1, notes);
            Expression sample = part.of().roots().isEmpty()
                    ? part.share()
                    : part.of().roots().getFirst();
            all = same(all, first, typed, sample, at, notes);
            first = parts.isEmpty() ? sample : first;
            parts.add(typed);
            at += 1 + part.of().roots().size();
        }
        return all;
    }

    private Typed same(Typed left, Expression first, Typed right, Expression second, int root, Notes notes) {
        if (!left.fits(right)) {
            String what = "\"%s\" is %s and \"%s\" is %s"
                    .formatted(
                            Printer.print(first),
                            left.dimension().words(),
                            Printer.print(second),
                            right.dimension().words());
            notes.note(root, mismatch.between(second, what, first, left.dimension(), second, right.dimension()));
            return Typed.FAULTY;
        }
        return left.loose() && !left.faulty() ? right : left;
    }

    private void plain(Expression expression, Typed typed, int root, Notes notes) {
        List<Fault> faults = new ArrayList<>();
        new Typing(sheet, NO_NAMES, mismatch, faults).plain(expression, typed);
        faults.forEach(fault -> notes.note(root, fault));
    }

    private void above(Expression expression, int root, String what, Notes notes) {
        OptionalDouble value = constants.of(expression);
        if (value.isPresent() && !(value.getAsDouble() > 0)) {
            notes.note(root, outside(expression, what, "above zero"));
        }
    }

    private void notNegative(Expression expression, int root, String what, Notes notes) {
        OptionalDouble value = constants.of(expression);
        if (value.isPresent() && !(value.getAsDouble() >= 0)) {
            notes.note(root, outside(expression, what, "not negative"));
        }
    }

    private static Fault outside(Expression expression, String what, String bound) {
        return new Fault(
                "quantity.out-of-range",
                expression.span(),
                "\"%s\" cannot be %s".formatted(Printer.print(expression), what),
                "%s is %s".formatted(what, bound),
                "write a value that is %s".formatted(bound));
    }

    private static final Typing.Scope NO_NAMES = new Typing.Scope() {
        @Override
        public Typed name(Expression.Name name) {
            return Typed.FAULTY;
        }

        @Override
        public Typed varying(Expression.Summary summary) {
            return Typed.FAULTY;
        }
    };
}
