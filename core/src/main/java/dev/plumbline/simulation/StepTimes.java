package dev.plumbline.simulation;

import java.util.Arrays;

/// A pace, each of whose values is asked for once; and sums of it over steps that only write.
final class StepTimes {
    /// More steps than any run has.
    private static final int MANY = 1 << 30;

    private final Pace pace;
    private final double fixed;
    private final double perCachedToken;
    private final double perPair;
    private double[] linear = new double[0];
    private double[] head = new double[0];

    StepTimes(Pace pace) {
        this.pace = pace;
        fixed = pace.fixed();
        perCachedToken = pace.perCachedToken();
        perPair = pace.perPair();
    }

    /// All of a step but its attention.
    double base(int tokens, int sampled) {
        if (tokens >= linear.length) {
            linear = grown(linear, tokens);
        }
        if (sampled >= head.length) {
            head = grown(head, sampled);
        }
        if (Double.isNaN(linear[tokens])) {
            linear[tokens] = pace.linear(tokens);
        }
        if (Double.isNaN(head[sampled])) {
            head[sampled] = pace.head(sampled);
        }
        return fixed + linear[tokens] + head[sampled];
    }

    private static double[] grown(double[] values, int index) {
        double[] longer = Arrays.copyOf(values, Math.max(2 * values.length, index + 1));
        Arrays.fill(longer, values.length, longer.length, Double.NaN);
        return longer;
    }

    /// Attention of a sequence that goes on from so many cached tokens by so many more.
    double attention(int cached, int more) {
        double all = (double) cached + more;
        double read = perCachedToken * all;
        if (more == 1) {
            return read;
        }
        double pairs = (all * (all + 1) - (double) cached * (cached + 1)) / 2;
        return Math.max(read, perPair * pairs);
    }

    double perCachedToken() {
        return perCachedToken;
    }

    /// Seconds of the first `steps` steps that only write: each sequence looks at one more token in each than in the
    /// one before.
    ///
    /// @param one the time of the first
    static double sum(double one, double growth, double steps) {
        return steps * (one + growth * (steps - 1) / 2);
    }

    /// The fewest steps that take at least so many seconds, 1 or more.
    static int stepsFor(double seconds, double one, double growth) {
        double linear = one - growth / 2;
        double root = 2 * seconds / (linear + Math.sqrt(linear * linear + 2 * growth * seconds));
        int steps = (int) Math.max(1, Math.min(root, MANY));
        while (steps > 1 && sum(one, growth, steps - 1) >= seconds) {
            steps--;
        }
        while (sum(one, growth, steps) < seconds && steps < MANY) {
            steps++;
        }
        return steps;
    }
}
