package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Binary;
import dev.plumbline.quantity.Expression.Literal;
import dev.plumbline.quantity.Function.Wants;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Finds the dimension of an expression. What is at fault fits anything, so that one mistake is told once.
final class Typing {
    /// @param loose whether it fits any dimension: a literal zero, or something at fault already
    /// @param faulty whether it is at fault, so that its dimension is not known
    record Typed(Dimension dimension, boolean loose, boolean faulty) {
        static final Typed FAULTY = new Typed(Dimension.NONE, true, true);
        static final Typed ZERO = new Typed(Dimension.NONE, true, false);

        static Typed of(Dimension dimension) {
            return new Typed(dimension, false, false);
        }

        /// This dimension, as loose and as faulty as the two it comes from.
        static Typed from(Typed left, Typed right, Dimension dimension) {
            return new Typed(dimension, left.loose || right.loose, left.faulty || right.faulty);
        }

        boolean fits(Typed other) {
            return loose || other.loose || dimension.equals(other.dimension);
        }
    }

    /// Where names come from.
    interface Scope {
        Typed name(Expression.Name name);

        Typed varying(Expression.Summary summary);
    }

    private final Sheet sheet;
    private final Scope scope;
    private final Mismatch mismatch;
    private final Constants constants;
    private final List<Fault> faults;

    Typing(Sheet sheet, Scope scope, Mismatch mismatch, List<Fault> faults) {
        this.sheet = sheet;
        this.scope = scope;
        this.mismatch = mismatch;
        this.constants = new Constants(sheet);
        this.faults = faults;
    }

    Typed of(Expression expression) {
        return switch (expression) {
            case Literal literal ->
                literal.number().signum() == 0 && literal.unit().isNone()
                        ? Typed.ZERO
                        : Typed.of(literal.unit().dimension());
            case Expression.Name name -> scope.name(name);
            case Expression.Negated negated -> of(negated.of());
            case Binary binary -> binary(binary);
            case Expression.Choice choice -> choice(choice);
            case Expression.Call call -> call(call);
            case Expression.Summary summary -> summary(summary);
            case Expression.Unknown unknown -> unknown(unknown);
        };
    }

    private Typed binary(Binary binary) {
        Typed left = of(binary.left());
        Typed right = of(binary.right());
        return switch (binary.operator()) {
            case MULTIPLY -> product(left, right);
            case DIVIDE -> quotient(binary, left, right);
            case POWER -> power(binary, left, right);
            case ADD, SUBTRACT -> same(binary, left, right) ? either(left, right) : Typed.FAULTY;
            case LESS, AT_MOST, MORE, AT_LEAST, EQUAL, DIFFERENT -> {
                same(binary, left, right);
                yield Typed.of(Dimension.NONE);
            }
        };
    }

    private static Typed product(Typed left, Typed right) {
        return Typed.from(left, right, left.dimension().times(right.dimension()));
    }

    private Typed quotient(Binary binary, Typed left, Typed right) {
        OptionalDouble divisor = constants.of(binary.right());
        if (divisor.isPresent() && divisor.getAsDouble() == 0) {
            faults.add(new Fault(
                    "quantity.not-finite",
                    binary.span(),
                    "\"%s\" divides by zero".formatted(Printer.print(binary)),
                    "\"%s\" is 0 in every world".formatted(Printer.print(binary.right())),
                    "divide by something above zero"));
            return Typed.FAULTY;
        }
        return Typed.from(left, right, left.dimension().per(right.dimension()));
    }

    private Typed power(Binary binary, Typed base, Typed exponent) {
        if (!exponent.fits(Typed.of(Dimension.NONE))) {
            faults.add(new Fault(
                    "quantity.dimension",
                    binary.right().span(),
                    "the exponent \"%s\" is %s"
                            .formatted(
                                    Printer.print(binary.right()),
                                    exponent.dimension().words()),
                    mismatch.side(binary.right(), exponent.dimension()) + ", and an exponent is a plain number",
                    "divide it by its unit"));
            return Typed.FAULTY;
        }
        if (base.loose() || base.dimension().isNone()) {
            return base;
        }
        OptionalDouble value = constants.of(binary.right());
        if (value.isPresent() && Ratio.near(value.getAsDouble()).isPresent()) {
            return Typed.of(
                    base.dimension().power(Ratio.near(value.getAsDouble()).orElseThrow()));
        }
        faults.add(new Fault(
                "quantity.dimension",
                binary.span(),
                "\"%s\" raises %s to a power that is not a fixed fraction"
                        .formatted(Printer.print(binary), base.dimension().words()),
                mismatch.side(binary.left(), base.dimension()) + ", so the unit of the result would not be known",
                "divide the base by its unit, or use a fixed exponent such as 2"));
        return Typed.FAULTY;
    }

    private boolean same(Binary binary, Typed left, Typed right) {
        if (left.fits(right)) {
            return true;
        }
        faults.add(mismatch.of(binary, left.dimension(), right.dimension()));
        return false;
    }

    private static Typed either(Typed left, Typed right) {
        return left.loose() && !left.faulty() ? right : right.faulty() ? right : left;
    }

    private Typed choice(Expression.Choice choice) {
        Typed condition = of(choice.condition());
        Typed then = of(choice.then());
        Typed otherwise = of(choice.otherwise());
        if (!condition.fits(Typed.of(Dimension.NONE))) {
            faults.add(new Fault(
                    "quantity.dimension",
                    choice.condition().span(),
                    "the condition \"%s\" is %s"
                            .formatted(
                                    Printer.print(choice.condition()),
                                    condition.dimension().words()),
                    mismatch.side(choice.condition(), condition.dimension()) + ", and a condition is yes or no",
                    "compare it with something, as in %s > 0".formatted(Printer.print(choice.condition()))));
        }
        if (then.fits(otherwise)) {
            return either(then, otherwise);
        }
        String what = "\"%s\" is %s or %s"
                .formatted(
                        Printer.print(choice),
                        then.dimension().words(),
                        otherwise.dimension().words());
        faults.add(mismatch.between(
                choice, what, choice.then(), then.dimension(), choice.otherwise(), otherwise.dimension()));
        return Typed.FAULTY;
    }

    private Typed unknown(Expression.Unknown unknown) {
        List<Typed> types = unknown.parameters().stream().map(this::of).toList();
        if (unknown.shape() == UnknownShape.BETA) {
            for (int i = 0; i < 2; i++) {
                plain(unknown.parameters().get(i), types.get(i));
            }
            return Typed.of(Dimension.NONE);
        }
        Typed all = types.getFirst();
        for (int i = 1; i < types.size(); i++) {
            if (!all.fits(types.get(i))) {
                Expression first = unknown.parameters().getFirst();
                Expression other = unknown.parameters().get(i);
                String what = "\"%s\" runs from %s to %s"
                        .formatted(
                                Printer.print(unknown),
                                all.dimension().words(),
                                types.get(i).dimension().words());
                faults.add(mismatch.between(
                        unknown,
                        what,
                        first,
                        all.dimension(),
                        other,
                        types.get(i).dimension()));
                return Typed.FAULTY;
            }
            all = either(all, types.get(i));
        }
        return all;
    }

    void plain(Expression expression, Typed typed) {
        if (!typed.fits(Typed.of(Dimension.NONE))) {
            faults.add(new Fault(
                    "quantity.dimension",
                    expression.span(),
                    "\"%s\" is %s where a plain number is due"
                            .formatted(
                                    Printer.print(expression), typed.dimension().words()),
                    mismatch.side(expression, typed.dimension()),
                    "leave the unit out, or divide by it"));
        }
    }

    private Typed summary(Expression.Summary summary) {
        summary.detail().forEach(detail -> plain(detail, of(detail)));
        if (summary.figure() == Expression.Figure.QUANTILE) {
            OptionalDouble level = constants.of(summary.detail().getFirst());
            if (level.isPresent() && !(level.getAsDouble() > 0 && level.getAsDouble() < 1)) {
                faults.add(new Fault(
                        "quantity.share",
                        summary.detail().getFirst().span(),
                        "there is no quantile at \"%s\""
                                .formatted(Printer.print(summary.detail().getFirst())),
                        "a quantile's level lies between 0 and 100 %",
                        "write a share such as 99 %"));
            }
        }
        return scope.varying(summary);
    }

    private Typed call(Expression.Call call) {
        List<Typed> types = call.arguments().stream().map(this::of).toList();
        Function function = sheet.functions().find(call.function()).orElse(null);
        if (function == null) {
            faults.add(new Fault(
                    "quantity.unknown-function",
                    call.span(),
                    "there is no function \"%s\"".formatted(call.function()),
                    "a name before a parenthesis is a function",
                    sheet.functions()
                            .nearest(call.function())
                            .map("did you mean \"%s\"?"::formatted)
                            .orElse("write * between a name and a parenthesis")));
            return Typed.FAULTY;
        }
        if (!function.accepts(types.size())) {
            faults.add(new Fault(
                    "quantity.arguments",
                    call.span(),
                    "%s takes %s, not %d"
                            .formatted(
                                    call.function(),
                                    function.repeats()
                                            ? "at least 1 argument"
                                            : counted(function.parameters().size()),
                                    types.size()),
                    "it computes %s".formatted(function.about()),
                    "write %s".formatted(function.signature())));
            return Typed.FAULTY;
        }
        return answered(call, function, types);
    }

    private static String counted(int arguments) {
        return arguments == 1 ? "1 argument" : arguments + " arguments";
    }

    private Typed answered(Expression.Call call, Function function, List<Typed> types) {
        boolean sound = true;
        boolean loose = false;
        Typed first = types.stream().filter(type -> !type.loose()).findFirst().orElse(Typed.ZERO);
        List<Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            sound &= argument(call, function, i, types, first);
            boolean free = !(function.parameter(i).wants() instanceof Wants.Exactly);
            loose |= types.get(i).loose() && free && first.loose();
            dimensions.add(
                    types.get(i).loose() ? first.dimension() : types.get(i).dimension());
        }
        return sound && types.stream().noneMatch(Typed::faulty)
                ? new Typed(function.result().of(dimensions), loose, false)
                : Typed.FAULTY;
    }

    private boolean argument(Expression.Call call, Function function, int index, List<Typed> types, Typed first) {
        Typed given = types.get(index);
        Expression argument = call.arguments().get(index);
        Function.Parameter parameter = function.parameter(index);
        return given.loose()
                || switch (parameter.wants()) {
                    case Wants.Anything() -> true;
                    case Wants.SameAsFirst() -> {
                        if (given.fits(first)) {
                            yield true;
                        }
                        Expression other = call.arguments().get(types.indexOf(first));
                        String what = "\"%s\" puts %s beside %s"
                                .formatted(
                                        Printer.print(call),
                                        given.dimension().words(),
                                        first.dimension().words());
                        faults.add(mismatch.between(call, what, other, first.dimension(), argument, given.dimension()));
                        yield false;
                    }
                    case Wants.Exactly(var wanted) ->
                        given.dimension().equals(wanted) || refused(call, parameter, argument, given, wanted);
                    case Wants.UpToCounts(var wanted) ->
                        given.dimension().withoutCounts().equals(wanted.withoutCounts())
                                || refused(call, parameter, argument, given, wanted);
                };
    }

    private boolean refused(
            Expression.Call call, Function.Parameter parameter, Expression argument, Typed given, Dimension wanted) {
        String unit = Scale.plain(wanted).unit().text();
        faults.add(new Fault(
                "quantity.dimension",
                argument.span(),
                "\"%s\" of %s is %s where %s is due"
                        .formatted(
                                parameter.name(),
                                call.function(),
                                given.dimension().words(),
                                parameter.wants() instanceof Wants.UpToCounts && wanted.isNone()
                                        ? "a count"
                                        : wanted.words()),
                mismatch.side(argument, given.dimension())
                        + "; %s is %s".formatted(parameter.name(), parameter.about()),
                unit.isEmpty() ? "give a plain number" : "give it in \"%s\" or a unit like it".formatted(unit)));
        return false;
    }
}
