package dev.plumbline.caching;

import java.util.function.DoubleUnaryOperator;

/// The share of requests that a cache answers itself in the long run, by what it keeps.
///
/// Requests are independent of each other (the independent reference model) and Poisson where time matters. A miss
/// brings its key into the cache at once.
public final class HitRate {
    private static final int MOST_STEPS = 200;
    private static final double CLOSE = 1e-12;

    private HitRate() {}

    /// What was asked for last is kept (LRU), by the approximation of Che, Tung and Wang (2002): a key stays until
    /// nobody has asked for it for one and the same time. Exact for many keys (Fricker, Robert and
    /// Roberts 2012) and where all are alike, and within 2 percentage points for four keys.
    ///
    /// @param entries how many keys fit
    public static double lru(Popularity keys, double entries) {
        if (entries >= keys.keys()) {
            return 1;
        }
        double stays = staysRequests(keys, entries);
        return keys.mean(share -> -StrictMath.expm1(-share * stays));
    }

    /// How many requests go by until a key that nobody asks for is dropped from a full cache that keeps what was asked
    /// for last: Che's characteristic time. Infinite where all keys fit.
    public static double staysRequests(Popularity keys, double entries) {
        if (entries >= keys.keys()) {
            return Double.POSITIVE_INFINITY;
        }
        return root(
                keys,
                entries,
                stays -> keys.sum(share -> -StrictMath.expm1(-share * stays)),
                stays -> keys.sum(share -> share * StrictMath.exp(-share * stays)));
    }

    /// The most popular keys are kept (LFU that has counted for long): no policy without knowledge of the future does
    /// better under independent requests (Aho, Denning and Ullman 1971).
    ///
    /// @param entries how many keys fit
    public static double lfu(Popularity keys, double entries) {
        return keys.shareOfFirst(entries);
    }

    /// Every key is kept for a time after it was brought in, without a limit on how many: the share of a key's
    /// requests that hit is `m / (1 + m)`, where `m` requests for it come in that time on average (Fofack
    /// et al. 2012, eq. 5).
    ///
    /// @param perSecond requests for all keys together
    /// @param seconds how long a key is kept
    public static double ttl(Popularity keys, double perSecond, double seconds) {
        double requests = perSecond * seconds;
        return Double.isInfinite(requests) ? 1 : keys.mean(share -> kept(share * requests));
    }

    /// How many keys a cache holds that keeps every key for a time.
    public static double ttlEntries(Popularity keys, double perSecond, double seconds) {
        double requests = perSecond * seconds;
        return Double.isInfinite(requests) ? keys.keys() : keys.sum(share -> kept(share * requests));
    }

    /// What was asked for last is kept, but no key longer than a time after it was brought in. A key's share of hits
    /// is the smaller of both limits', which is exact where one of them never acts and too high by no more than 5
    /// percentage points where both do; what has expired takes no room.
    public static double lruWithTtl(Popularity keys, double entries, double perSecond, double seconds) {
        double requests = perSecond * seconds;
        double stays = staysWithTtl(keys, entries, perSecond, seconds);
        return keys.mean(share -> Math.min(-StrictMath.expm1(-share * stays), kept(share * requests)));
    }

    /// How many requests go by until a key that nobody asks for is dropped for others; infinite where there is room for
    /// all that have not expired.
    static double staysWithTtl(Popularity keys, double entries, double perSecond, double seconds) {
        double requests = perSecond * seconds;
        if (ttlEntries(keys, perSecond, seconds) <= entries) {
            return Double.POSITIVE_INFINITY;
        }
        return root(
                keys,
                entries,
                each -> keys.sum(share -> Math.min(-StrictMath.expm1(-share * each), kept(share * requests))),
                each -> keys.sum(share -> -StrictMath.expm1(-share * each) < kept(share * requests)
                        ? share * StrictMath.exp(-share * each)
                        : 0));
    }

    static double kept(double asked) {
        return 1 / (1 + 1 / asked);
    }

    /// Where `filled` comes to `entries`, by Newton's method from the left: it rises and bends down, and is never above
    /// its argument, since so many requests bring in no more keys.
    private static double root(Popularity keys, double entries, DoubleUnaryOperator filled, DoubleUnaryOperator slope) {
        double at = Math.max(0, entries);
        for (int step = 0; step < MOST_STEPS; step++) {
            double missing = entries - filled.applyAsDouble(at);
            double further = missing / slope.applyAsDouble(at);
            if (!(further > CLOSE * at) || !(missing > CLOSE * keys.keys())) {
                return at;
            }
            at += further;
        }
        return at;
    }
}
