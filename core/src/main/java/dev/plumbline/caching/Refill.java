package dev.plumbline.caching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The hit rate of a cache after it was emptied, by how many requests have gone by since whose keys are in it again.
///
/// A key is found once it has been asked for, so that after `n` requests a share `1 - e^(-p n)` of those for a key of
/// popularity `p` find it, up to what they find in the long run (Che, Tung and Wang 2002, the start of section III).
/// Requests are Poisson and independent, as for [HitRate]. Values between the samples, four to an octave of requests,
/// are interpolated, which is off by less than 0.1 percentage points.
///
/// @param hits after 2^(i/4) requests; rising
/// @param warm in the long run
public record Refill(List<Double> hits, double warm) {
    private static final int PER_OCTAVE = 4;
    private static final double CLOSE = 1e-4;
    private static final int MOST = 60 * PER_OCTAVE;
    private static final double OCTAVE = StrictMath.log(2);

    public Refill {
        hits = List.copyOf(hits);
    }

    /// Of a cache that keeps what was asked for last.
    public static Refill lru(Popularity keys, double entries) {
        double stays = HitRate.staysRequests(keys, entries);
        return sampled(HitRate.lru(keys, entries), seen -> found(keys, Math.min(seen, stays)));
    }

    /// Of a cache that keeps what is asked for most often, and knows what that is: counts outlive the entries.
    public static Refill lfu(Popularity keys, double entries) {
        double warm = HitRate.lfu(keys, entries);
        Popularity kept = keys.first(entries);
        return sampled(warm, seen -> warm * found(kept, warm * seen));
    }

    /// Of a cache that keeps everything for a time. All that was brought in at once also expires at once; these waves
    /// are left out.
    public static Refill ttl(Popularity keys, double perSecond, double seconds) {
        return lruWithTtl(keys, Double.POSITIVE_INFINITY, perSecond, seconds);
    }

    /// Of a cache that keeps what was asked for last, but no key longer than a time after it was brought in.
    public static Refill lruWithTtl(Popularity keys, double entries, double perSecond, double seconds) {
        double stays = HitRate.staysWithTtl(keys, entries, perSecond, seconds);
        double requests = perSecond * seconds;
        return sampled(
                HitRate.lruWithTtl(keys, entries, perSecond, seconds),
                seen -> keys.mean(share ->
                        Math.min(-StrictMath.expm1(-share * Math.min(seen, stays)), HitRate.kept(share * requests))));
    }

    private static double found(Popularity keys, double seen) {
        return keys.mean(share -> -StrictMath.expm1(-share * seen));
    }

    private static Refill sampled(double warm, DoubleUnaryOperator after) {
        List<Double> hits = new ArrayList<>();
        double last = 0;
        while (hits.size() < MOST && last < warm * (1 - CLOSE)) {
            last = Math.min(warm, after.applyAsDouble(StrictMath.exp(hits.size() * OCTAVE / PER_OCTAVE)));
            hits.add(last);
        }
        return new Refill(hits, warm);
    }

    /// The hit rate after so many requests.
    public double after(double requests) {
        if (requests <= 1) {
            return hits.isEmpty() ? warm : Math.max(0, requests) * hits.getFirst();
        }
        double at = StrictMath.log(requests) / OCTAVE * PER_OCTAVE;
        if (at >= hits.size() - 1) {
            return warm;
        }
        int below = (int) at;
        return hits.get(below) + (at - below) * (hits.get(below + 1) - hits.get(below));
    }

    /// How many requests it takes until the hit rate is back to a share of what it is in the long run.
    ///
    /// @param share from 0 to 1
    public double requestsUntil(double share) {
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i) >= share * warm) {
                return StrictMath.exp(i * OCTAVE / PER_OCTAVE);
            }
        }
        return StrictMath.exp(hits.size() * OCTAVE / PER_OCTAVE);
    }
}
