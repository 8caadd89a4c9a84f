package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.simulation.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every rhythm of arrivals, from the file to the latency of one server, against what is known of that queue.
final class ArrivalsOracle {
    private static final double MEAN_SERVICE = 0.05;

    private static Result.PathResult run(String workload, long requests) {
        return run(workload, "{exponential: 50 ms}", requests);
    }

    private static Result.PathResult run(String workload, String server, long requests) {
        Design design = Designs.read("""
                design: arrivals
                workload: {ask: {%s}}
                components: {server: {kind: service, concurrency: 1, time: %s}}
                paths: {ask: [server]}
                """.formatted(workload, server));
        World world = ValuedWorld.all(Valuation.of(Assessor.estimated(design), new Worlds(1, 1)))
                .getFirst();
        return new Simulations(design, List.of(world), new Settings(1, 1, requests, 1), Progress.SILENT)
                .run(new Situation.Average(), Optional.empty(), Map.of())
                .worlds()
                .getFirst()
                .path("ask");
    }

    private static double mean(Result.PathResult path) {
        return path.latency().orElseThrow().mean().value();
    }

    @Test
    void independentArrivalsWaitAsInAMarkovQueue() {
        assertThat(mean(run("rate: 12 req/s", 1_000_000))).isCloseTo(1 / (20.0 - 12), within(0.02 / (20 - 12)));
    }

    /// D/M/1 (Kleinrock, Queueing Systems I, 6.4): the share that waits is the root of s = e^(-mu (1 - s) / lambda).
    @Test
    void evenlySpacedArrivalsWaitLess() {
        double waits = 0.5;
        for (int i = 0; i < 1000; i++) {
            waits = Math.exp(-20 * (1 - waits) / 15);
        }
        double exact = MEAN_SERVICE / (1 - waits);
        assertThat(mean(run("rate: 15 req/s, arrivals: regular", 1_000_000))).isCloseTo(exact, within(0.02 * exact));
    }

    @Test
    void burstsWaitAsInAMarkovModulatedQueue() {
        double exact = markovModulated(10, 4, 5, 20);
        // Bursts bring more than the server can do, so that the tail of the queue is long and its mean slow to settle.
        assertThat(exact).isGreaterThan(3 / (20.0 - 10));
        assertThat(mean(run("rate: 10 req/s, arrivals: {bursty: {times: 4, for: 5 s, every: 20 s}}", 3_000_000)))
                .isCloseTo(exact, within(0.04 * exact));
    }

    /// The mean time in MMPP/M/1 by M. F. Neuts's matrix-geometric method (1981): the chance of each phase with `n`
    /// requests there is that with none, times `R` to the power of `n`.
    private static double markovModulated(double rate, double times, double lasts, double every) {
        double quiet = rate / (1 - lasts / every + lasts / every * times);
        double[] lambda = {quiet * times, quiet};
        double[][] phase = {{-1 / lasts, 1 / lasts}, {1 / (every - lasts), -1 / (every - lasts)}};
        double mu = 1 / MEAN_SERVICE;
        double[][] r = new double[2][2];
        double[][] level = {{phase[0][0] - lambda[0] - mu, phase[0][1]}, {phase[1][0], phase[1][1] - lambda[1] - mu}};
        double[][] inverse = inverse(level);
        for (int i = 0; i < 200_000; i++) {
            double[][] square = times(r, r);
            double[][] sum = {
                {-(lambda[0] + mu * square[0][0]), -mu * square[0][1]},
                {-mu * square[1][0], -(lambda[1] + mu * square[1][1])}
            };
            r = times(sum, inverse);
        }
        // With none there: pi (Q - Lambda + mu R) = 0.
        double up = phase[1][0] + mu * r[1][0];
        double down = phase[0][0] - lambda[0] + mu * r[0][0];
        double[] none = {up, -down};
        double[][] rest = inverse(new double[][] {{1 - r[0][0], -r[0][1]}, {-r[1][0], 1 - r[1][1]}});
        double[] one = times(none, rest);
        double[] number = times(times(times(none, r), rest), rest);
        return (number[0] + number[1]) / (one[0] + one[1]) / rate;
    }

    private static double[][] inverse(double[][] m) {
        double det = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        return new double[][] {{m[1][1] / det, -m[0][1] / det}, {-m[1][0] / det, m[0][0] / det}};
    }

    private static double[][] times(double[][] a, double[][] b) {
        return new double[][] {times(a[0], b), times(a[1], b)};
    }

    private static double[] times(double[] a, double[][] b) {
        return new double[] {a[0] * b[0][0] + a[1] * b[1][0], a[0] * b[0][1] + a[1] * b[1][1]};
    }

    /// One server without a queue turns away as many as Erlang's formula says of the rate of the moment, which changes
    /// far more slowly than it serves (L. Green and P. Kolesar, "The pointwise stationary approximation", 1991).
    @Test
    void aDailyWaveTurnsAwayWhatItsHoursDo() {
        double lost = 0;
        int hours = 10_000;
        for (int i = 0; i < hours; i++) {
            double rate = 1 + 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / hours);
            lost += rate * rate / (1 + rate) / hours;
        }
        // An even rate would lose half.
        assertThat(lost).isGreaterThan(0.51);
        var path = run(
                "rate: 1 req/s, arrivals: {diurnal: {peak-at: 20 h, swing: 3}}",
                "{exponential: 1 s}, queue: {limit: 0}",
                10 * 86_400);
        assertThat(1 - path.success().value()).isCloseTo(lost, within(0.003));
    }

    /// The machine repair model: M/M/1 with ten customers (Kleinrock, 3.8).
    @Test
    void usersWhoTakeTurnsWaitAsMachinesForRepair() {
        int users = 10;
        double think = 0.4;
        double term = 1;
        double sum = 1;
        for (int n = 1; n <= users; n++) {
            term *= (users - n + 1) * MEAN_SERVICE / think;
            sum += term;
        }
        double throughput = (1 - 1 / sum) / MEAN_SERVICE;
        var path = run("arrivals: {closed: {users: 10, think: {exponential: 0.4 s}}}", 1_000_000);
        assertThat(path.rate()).isCloseTo(throughput, within(0.01 * throughput));
        assertThat(mean(path)).isCloseTo(users / throughput - think, within(0.02 * (users / throughput - think)));
    }
}
