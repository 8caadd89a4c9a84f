package dev.plumbline.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which unknowns a figure's uncertainty comes from.
///
/// @param method how the effects were found
/// @param effects the largest first; empty for a figure that is certain
public record Sensitivity(Method method, List<Effect> effects) {
    private static final long OTHER = 0x5DEECE66DL;
    private static final double TENTH = 0.1;

    public Sensitivity {
        effects = List.copyOf(effects);
    }

    /// How effects were found.
    public enum Method {
        /// The total-order indices of I. Sobol (1990), by M. Jansen's estimator (1999) on A. Saltelli's design
        /// (2010).
        SOBOL("total-order Sobol index"),
        /// The square of C. Spearman's rank correlation (1904), where values are not finite in some worlds.
        RANK("squared rank correlation");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// How much of a figure's uncertainty an unknown has a part in.
    ///
    /// @param definition the name it is written under
    /// @param ordinal its number among the unknowns written there, from 0
    /// @param text the unknown as written
    /// @param total the share of the variance that would be left if all others were known; from 0 to 1, and the
    ///     shares of
    ///     several add up to more than 1 where they work together
    /// @param low the figure's median in the tenth of worlds in which the unknown is smallest, in base units
    /// @param high the same where it is largest
    public record Effect(String definition, int ordinal, String text, double total, double low, double high) {}

    /// The sensitivity of some names, in their order. Cost: one valuation for each unknown that one of them depends on.
    ///
    /// @throws IllegalArgumentException when a name is not defined or varies, or the sheet has faults
    public static List<Sensitivity> of(Checked checked, Worlds worlds, List<String> names) {
        Valuation base = Valuation.of(checked, worlds);
        List<Looked> all = names.stream()
                .map(name -> new Looked(name, base.values(name), base.behind(name), new ArrayList<>()))
                .toList();
        for (int draw = 0; draw < base.draws().size(); draw++) {
            String definition = base.draws().get(draw).definition();
            List<Looked> concerned = all.stream()
                    .filter(each -> each.behind().contains(definition))
                    .toList();
            if (!concerned.isEmpty()) {
                Valuation swapped = base.swapped(draw, worlds.seed() ^ OTHER);
                for (Looked each : concerned) {
                    each.effects().add(effect(base, draw, each.values(), swapped.values(each.name())));
                }
            }
        }
        return all.stream().map(each -> sorted(each.values(), each.effects())).toList();
    }

    /// A name that is asked for, with the effects found so far.
    @SuppressWarnings("ArrayRecordComponent") // one value a world, never compared
    private record Looked(String name, double[] values, Set<String> behind, List<Effect> effects) {}

    private static Sensitivity sorted(double[] values, List<Effect> effects) {
        Method method = isFinite(values) ? Method.SOBOL : Method.RANK;
        return new Sensitivity(
                method,
                effects.stream()
                        .filter(each -> each.total() > 0)
                        .sorted(Comparator.comparingDouble((Effect each) -> -each.total()))
                        .toList());
    }

    private static Effect effect(Valuation base, int draw, double[] values, double[] swapped) {
        Program.Draw unknown = base.draws().get(draw);
        int[] ranks = base.ranks(draw);
        double total = isFinite(values) && isFinite(swapped)
                ? totalEffect(values, swapped)
                : Math.pow(Ranks.correlation(Ranks.of(values), ranks), 2);
        int tenth = Math.max(1, (int) Math.round(values.length * TENTH));
        return new Effect(
                unknown.definition(),
                unknown.ordinal(),
                Printer.print(unknown.unknown()),
                total,
                median(values, ranks, 0, tenth),
                median(values, ranks, values.length - tenth, values.length));
    }

    /// M. Jansen's estimator of a total-order index (Computer Physics Communications 117, 1999, eq. 18): half the
    /// mean
    /// squared change of the result when one unknown is drawn anew, over the variance of the result.
    static double totalEffect(double[] values, double[] swapped) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = 0;
        double changes = 0;
        for (int w = 0; w < values.length; w++) {
            variance += (values[w] - mean) * (values[w] - mean);
            changes += (values[w] - swapped[w]) * (values[w] - swapped[w]);
        }
        return variance <= 1e-24 * mean * mean * values.length ? 0 : Math.min(1, changes / 2 / variance);
    }

    private static double median(double[] values, int[] ranks, int from, int to) {
        double[] some = IntStream.range(0, values.length)
                .filter(w -> ranks[w] >= from && ranks[w] < to)
                .mapToDouble(w -> values[w])
                .toArray();
        return Spread.of(some).median();
    }

    private static boolean isFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
