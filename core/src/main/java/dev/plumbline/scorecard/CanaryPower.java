package dev.plumbline.scorecard;

import dev.plumbline.design.Practice.Canary;
import java.util.Optional;

/// Whether a canary lasts long enough to tell a change of a rate from chance.
///
/// Two groups of `n` requests each show a change `d` of a rate `p` with a power of 80 % at a significance of 5 % from
/// `n = 2 (1.960 + 0.842)² p (1 - p) / d²` on, about 16 p (1 - p) / d² (R. Lehr, "Sixteen s squared over d squared: a
/// relation for crude sample size estimates", 1992).
sealed interface CanaryPower {
    /// The share of worlds in which it has to suffice.
    double SURE = 0.95;

    /// `2 (z(0.975) + z(0.8))²`
    double FACTOR = 2 * (1.959964 + 0.841621) * (1.959964 + 0.841621);

    /// What it has to tell is not said, or nothing is asked for.
    record Unstated() implements CanaryPower {}

    /// @param chance the share of worlds in which enough requests come
    record Told(double chance, String words) implements CanaryPower {}

    static CanaryPower of(Grounds grounds, Canary canary) {
        Optional<String> busiest = busiest(grounds);
        if (canary.detects().isEmpty() || canary.base().isEmpty() || busiest.isEmpty()) {
            return new Unstated();
        }
        double[] rate = grounds.values().values(busiest.get());
        double[] share = grounds.values().values(canary.share().name());
        double[] lasts = grounds.values().values(canary.lasts().name());
        double[] change = grounds.values().values(canary.detects().get().name());
        double[] base = grounds.values().values(canary.base().get().name());
        int enough = 0;
        for (int i = 0; i < rate.length; i++) {
            if (rate[i] * share[i] * lasts[i] >= needed(base[i], change[i])) {
                enough++;
            }
        }
        double chance = (double) enough / rate.length;
        int middle = 0;
        double needs = needed(base[middle], change[middle]);
        double comes = grounds.values().spread(busiest.get()).median() * share[middle] * lasts[middle];
        return new Told(
                chance,
                "%s requests come and %s are needed to tell %s from %s with a power of 80 %%"
                        .formatted(
                                Counts.words(comes),
                                Counts.words(needs),
                                Counts.percent(base[middle]),
                                Counts.percent(base[middle] + change[middle])));
    }

    /// The requests in each group from which on the change shows.
    static double needed(double base, double change) {
        return change <= 0 ? Double.POSITIVE_INFINITY : FACTOR * base * (1 - base) / (change * change);
    }

    /// The path that is asked for most.
    private static Optional<String> busiest(Grounds grounds) {
        return grounds.design().workload().keySet().stream()
                .map(path -> path + ".requests")
                .filter(grounds::estimates)
                .max(java.util.Comparator.comparingDouble(
                        name -> grounds.values().spread(name).median()));
    }
}
