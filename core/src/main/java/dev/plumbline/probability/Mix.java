package dev.plumbline.probability;

import java.util.List;

/// One of several distributions, each with its share of the draws.
///
/// @param shares positive, summing to 1 within 1e-9 or to any other total, which is then scaled to 1
/// @param of as many as shares
public record Mix(List<Double> shares, List<Distribution> of) implements Distribution {
    public Mix {
        of = List.copyOf(of);
        if (shares.isEmpty() || shares.size() != of.size()) {
            throw new IllegalArgumentException("a mix needs as many shares as parts; there are \"%d\" and \"%d\""
                    .formatted(shares.size(), of.size()));
        }
        double total = 0;
        for (double share : shares) {
            total += Require.notNegative(share, "a share");
        }
        double sum = Require.positive(total, "the sum of the shares");
        shares = shares.stream().map(share -> share / sum).toList();
    }

    @Override
    public double mean() {
        double sum = 0;
        for (int i = 0; i < of.size(); i++) {
            sum += shares.get(i) * of.get(i).mean();
        }
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < of.size(); i++) {
            double away = of.get(i).mean() - mean;
            sum += shares.get(i) * (of.get(i).variance() + away * away);
        }
        return sum;
    }

    /// By bisection between the smallest and the largest quantile of the parts, to the last bit or so.
    @Override
    public double quantile(double u) {
        Require.level(u);
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < of.size(); i++) {
            if (shares.get(i) > 0) {
                double part = of.get(i).quantile(u);
                low = Math.min(low, part);
                high = Math.max(high, part);
            }
        }
        if (cdf(low) >= u) {
            return low;
        }
        while (high - low > 1e-14 * high) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (cdf(middle) >= u) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    @Override
    public double cdf(double x) {
        double sum = 0;
        for (int i = 0; i < of.size(); i++) {
            sum += shares.get(i) * of.get(i).cdf(x);
        }
        return Math.min(1, sum);
    }

    @Override
    public Sampler sampler() {
        double[] upTo = new double[shares.size()];
        Sampler[] parts = new Sampler[of.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += shares.get(i);
            upTo[i] = i == upTo.length - 1 ? Double.POSITIVE_INFINITY : sum;
            parts[i] = of.get(i).sampler();
        }
        return Sampler.mix(upTo, parts);
    }
}
