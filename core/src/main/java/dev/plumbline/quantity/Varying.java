package dev.plumbline.quantity;

import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Empirical;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Gamma;
import dev.plumbline.probability.Lognormal;
import dev.plumbline.probability.Pareto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A value that differs from request to request. Its parameters are expressions, which may be unknown themselves; in
/// each world they are numbers and the value is a [Distribution] in base units.
///
/// A parameter may use the free name `size`: the size of the batch, a plain number.
public sealed interface Varying extends Content {
    /// The free name of a batch's size.
    String SIZE = "size";

    /// The distribution in one world.
    ///
    /// @param parameters the values of [#roots] there, in base units
    /// @throws IllegalArgumentException when no distribution has these parameters
    Distribution in(double[] parameters);

    /// Whether it depends on the size of a batch.
    default boolean sized() {
        return roots().stream().anyMatch(root -> root.names().contains(SIZE));
    }

    /// The same value for every request.
    record Constant(Expression value) implements Varying {
        @Override
        public List<Expression> roots() {
            return List.of(value);
        }

        @Override
        public Distribution in(double[] parameters) {
            return new dev.plumbline.probability.Constant(parameters[0]);
        }
    }

    /// Values at percentiles; two make a lognormal, more are joined by pieces of lognormals. Where an unknown upper
    /// percentile is drawn below the one before it, it is taken to equal that one.
    ///
    /// @param values by level, such as 0.99 for p99; at least two
    record Percentiles(Map<Double, Expression> values) implements Varying {
        public Percentiles {
            values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
            if (values.size() < 2) {
                throw new IllegalArgumentException("A distribution needs at least two percentiles.");
            }
        }

        @Override
        public List<Expression> roots() {
            return List.copyOf(values.values());
        }

        @Override
        public Distribution in(double[] parameters) {
            double[] levels =
                    values.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            double[] rising = parameters.clone();
            for (int i = 1; i < rising.length; i++) {
                rising[i] = Math.max(rising[i], rising[i - 1]);
            }
            return levels.length == 2
                    ? Lognormal.throughTwo(levels[0], rising[0], levels[1], rising[1])
                    : dev.plumbline.probability.Percentiles.of(levels, rising);
        }
    }

    /// A gamma distribution by its mean and coefficient of variation.
    record MeanCv(Expression mean, Expression cv) implements Varying {
        @Override
        public List<Expression> roots() {
            return List.of(mean, cv);
        }

        @Override
        public Distribution in(double[] parameters) {
            return parameters[1] == 0
                    ? new dev.plumbline.probability.Constant(parameters[0])
                    : new Gamma(parameters[0], parameters[1]);
        }
    }

    record Exponentially(Expression mean) implements Varying {
        @Override
        public List<Expression> roots() {
            return List.of(mean);
        }

        @Override
        public Distribution in(double[] parameters) {
            return new Exponential(parameters[0]);
        }
    }

    /// A power law from `min` on.
    record PowerLaw(Expression min, Expression tail) implements Varying {
        @Override
        public List<Expression> roots() {
            return List.of(min, tail);
        }

        @Override
        public Distribution in(double[] parameters) {
            return new Pareto(parameters[0], parameters[1]);
        }
    }

    /// One of several, each with its share.
    record Mix(List<Part> of) implements Varying {
        public record Part(Expression share, Varying of) {}

        public Mix {
            of = List.copyOf(of);
        }

        @Override
        public List<Expression> roots() {
            List<Expression> roots = new ArrayList<>();
            for (Part part : of) {
                roots.add(part.share());
                roots.addAll(part.of().roots());
            }
            return roots;
        }

        @Override
        public Distribution in(double[] parameters) {
            List<Double> shares = new ArrayList<>();
            List<Distribution> parts = new ArrayList<>();
            int at = 0;
            for (Part part : of) {
                shares.add(parameters[at++]);
                int end = at + part.of().roots().size();
                parts.add(part.of().in(Arrays.copyOfRange(parameters, at, end)));
                at = end;
            }
            return new dev.plumbline.probability.Mix(shares, parts);
        }
    }

    /// What was measured.
    ///
    /// @param samples in base units of `dimension`
    /// @param source where they are from, such as the file's name
    record Measured(Empirical samples, Dimension dimension, String source) implements Varying {
        @Override
        public List<Expression> roots() {
            return List.of();
        }

        @Override
        public Distribution in(double[] parameters) {
            return samples;
        }
    }
}
