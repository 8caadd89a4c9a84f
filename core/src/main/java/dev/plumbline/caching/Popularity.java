package dev.plumbline.caching;

import java.util.function.DoubleUnaryOperator;

/// How often each of many keys is asked for: the key of rank `i` in proportion to `i` to the power of minus `skew`
/// (Zipf), each request independent of the others.
///
/// Sums over all keys take the first ranks one by one and the others by Gauss's rule with eight points on stretches of
/// the logarithm of the rank, so that ten billion keys cost as much as ten thousand. The sum from `a` to `b` is taken
/// for the integral from `a - 1/2` to `b + 1/2`, which is off by less than 1e-6 of the first rank left out.
public final class Popularity {
    /// The largest population: beyond it ranks are no longer whole numbers to a double.
    public static final double MOST = 1e15;

    private static final int HEAD = 128;
    private static final double STRETCH = 0.7;

    /// Abscissas and weights of Gauss's rule on -1 to 1 (Abramowitz and Stegun, table 25.4); mirrored for the negative.
    private static final double[] AT = {0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363};

    private static final double[] WEIGHT = {
        0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626
    };

    private final double keys;
    private final double skew;
    private final double total;

    /// How many keys each sample stands for, and the share of requests that each of them gets.
    private final double[] counts;

    private final double[] shares;

    private Popularity(double keys, double skew, double[] ranks, double[] counts) {
        this.keys = keys;
        this.skew = skew;
        this.counts = counts;
        this.shares = new double[ranks.length];
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            shares[i] = StrictMath.pow(ranks[i], -skew);
            sum += counts[i] * shares[i];
        }
        this.total = sum;
        for (int i = 0; i < ranks.length; i++) {
            shares[i] /= sum;
        }
    }

    /// @param keys at least 1 and at most [#MOST]; rounded
    /// @param skew zero, where all keys are alike, or more
    public static Popularity zipf(double keys, double skew) {
        double whole = Math.rint(keys);
        if (!(whole >= 1 && whole <= MOST) || !(skew >= 0) || Double.isInfinite(skew)) {
            throw new IllegalArgumentException("no population has \"%s\" keys of skew \"%s\"".formatted(keys, skew));
        }
        int head = (int) Math.min(HEAD, whole);
        double from = StrictMath.log(head + 0.5);
        double length = whole > head ? StrictMath.log(whole + 0.5) - from : 0;
        int stretches = (int) Math.ceil(length / STRETCH);
        double[] ranks = new double[head + stretches * 2 * AT.length];
        double[] counts = new double[ranks.length];
        for (int i = 0; i < head; i++) {
            ranks[i] = i + 1;
            counts[i] = 1;
        }
        int next = head;
        double half = length / stretches / 2;
        for (int s = 0; s < stretches; s++) {
            double middle = from + half * (2 * s + 1);
            for (int point = -AT.length; point < AT.length; point++) {
                int which = point < 0 ? -point - 1 : point;
                ranks[next] = StrictMath.exp(middle + half * (point < 0 ? -AT[which] : AT[which]));
                counts[next] = half * WEIGHT[which] * ranks[next];
                next++;
            }
        }
        return new Popularity(whole, skew, ranks, counts);
    }

    /// How many keys there are.
    public double keys() {
        return keys;
    }

    /// The share of requests that ask for the key of a rank.
    ///
    /// @param rank from 1
    public double share(double rank) {
        return StrictMath.pow(rank, -skew) / total;
    }

    /// The share of requests that ask for one of the most popular keys.
    ///
    /// @param first how many of them; a part of a key counts in part
    public double shareOfFirst(double first) {
        if (first >= keys) {
            return 1;
        }
        double whole = Math.floor(Math.max(0, first));
        double below = whole < 1 ? 0 : zipf(whole, skew).total / total;
        return below + (Math.max(0, first) - whole) * share(whole + 1);
    }

    /// The most popular keys by themselves.
    ///
    /// @param first how many; rounded, and at least one
    Popularity first(double first) {
        return zipf(Math.clamp(Math.rint(first), 1, keys), skew);
    }

    /// The sum over all keys of what `each` gives for a key's share of requests.
    public double sum(DoubleUnaryOperator each) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * each.applyAsDouble(shares[i]);
        }
        return sum;
    }

    /// The mean over requests of what `each` gives for the share of the key that is asked for.
    public double mean(DoubleUnaryOperator each) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * shares[i] * each.applyAsDouble(shares[i]);
        }
        return sum;
    }
}
