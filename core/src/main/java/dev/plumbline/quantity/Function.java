package dev.plumbline.quantity;

import java.util.ArrayList;
import java.util.List;

/// A named function of the expression language, with what its page says: parameters, formula, source.
///
/// ```java
/// Function.named("transfer_time").about("how long moving data takes over a link")
///         .formula("size / bandwidth").source("definition")
///         .takes("size", DATA, "what is moved").takes("bandwidth", DATA.per(TIME), "of the slowest link")
///         .gives(TIME, a -> a[0] / a[1]);
/// ```
///
/// @param repeats whether the last parameter may be left out or given any number of times
/// @param formula as a person would write it
/// @param source author, year and equation, or "definition"
/// @param result the dimension of the answer, from those of the arguments
/// @param body the computation over base units; must be pure
public record Function(
        String name,
        String about,
        String formula,
        String source,
        List<Parameter> parameters,
        boolean repeats,
        Result result,
        Body body) {

    public Function {
        parameters = List.copyOf(parameters);
    }

    /// What the answer is measured in.
    @FunctionalInterface
    public interface Result {
        Dimension of(List<Dimension> arguments);
    }

    /// The computation, in base units: s, B, FLOP, J, kg, km.
    @FunctionalInterface
    public interface Body {
        double of(double[] arguments);

        /// The computation for many worlds at once: a column for each argument, the results to `out` from `at` on.
        default void fill(double[][] columns, int count, double[] out, int at) {
            double[] arguments = new double[columns.length];
            for (int i = 0; i < count; i++) {
                for (int a = 0; a < arguments.length; a++) {
                    arguments[a] = columns[a][i];
                }
                out[at + i] = of(arguments);
            }
        }
    }

    /// @param about what it is, for the page
    public record Parameter(String name, Wants wants, String about) {}

    /// What dimension an argument must have.
    public sealed interface Wants {
        record Exactly(Dimension dimension) implements Wants {}

        /// The dimension but for counted nouns: a number of layers is welcome as `32` and as `32 layer`.
        record UpToCounts(Dimension dimension) implements Wants {}

        /// The same as the first argument.
        record SameAsFirst() implements Wants {}

        record Anything() implements Wants {}
    }

    /// How a call looks: `transfer_time(size, bandwidth)`, `min(a, ...)`.
    public String signature() {
        String names =
                String.join(", ", parameters.stream().map(Parameter::name).toList());
        return name + "(" + names + (repeats ? ", ..." : "") + ")";
    }

    public boolean accepts(int arguments) {
        return repeats ? arguments >= Math.max(1, parameters.size() - 1) : arguments == parameters.size();
    }

    /// The parameter for the argument at `index`; the last one again when it repeats.
    Parameter parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }

    public static Draft named(String name) {
        return new Draft(name, "", "", "definition", List.of(), false);
    }

    /// A function on its way; each step gives a new draft.
    public record Draft(
            String name, String about, String formula, String source, List<Parameter> parameters, boolean repeats) {
        public Draft about(String text) {
            return new Draft(name, text, formula, source, parameters, repeats);
        }

        public Draft formula(String text) {
            return new Draft(name, about, text, source, parameters, repeats);
        }

        public Draft source(String text) {
            return new Draft(name, about, formula, text, parameters, repeats);
        }

        /// A parameter of exactly this dimension.
        public Draft takes(String parameter, Dimension dimension, String meaning) {
            return takes(new Parameter(parameter, new Wants.Exactly(dimension), meaning));
        }

        /// A parameter of this dimension, counted nouns aside.
        public Draft takesCounted(String parameter, Dimension dimension, String meaning) {
            return takes(new Parameter(parameter, new Wants.UpToCounts(dimension), meaning));
        }

        public Draft takesAnything(String parameter, String meaning) {
            return takes(new Parameter(parameter, new Wants.Anything(), meaning));
        }

        public Draft takesSame(String parameter, String meaning) {
            return takes(new Parameter(parameter, new Wants.SameAsFirst(), meaning));
        }

        public Draft takes(Parameter parameter) {
            List<Parameter> longer = new ArrayList<>(parameters);
            longer.add(parameter);
            return new Draft(name, about, formula, source, longer, repeats);
        }

        /// The last parameter may be left out or given any number of times.
        public Draft repeated() {
            return new Draft(name, about, formula, source, parameters, true);
        }

        public Function gives(Dimension dimension, Body body) {
            return gives(arguments -> dimension, body);
        }

        public Function givesSame(Body body) {
            return gives(List::getFirst, body);
        }

        public Function gives(Result result, Body body) {
            return new Function(name, about, formula, source, parameters, repeats, result, body);
        }
    }
}
