package dev.plumbline.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Gamma;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedFormOracle {
    /// From the definition, `a^c/c! / sum a^k/k!`, which small cases allow.
    @ParameterizedTest
    @CsvSource({"0.5, 1", "2, 3", "10, 10", "12, 5", "0.001, 4", "30, 40"})
    void erlangBIsItsDefinition(double load, int servers) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k <= servers; k++) {
            term *= load / k;
            sum += term;
        }
        assertThat(Erlang.blocking(load, servers)).isCloseTo(term / sum, within(1e-14));
    }

    /// Telephone tables: 10 erlangs on 10 lines block 21.46 %; Kleinrock (1975) and every table since.
    @Test
    void erlangBMatchesTheTables() {
        assertThat(Erlang.blocking(10, 10)).isCloseTo(0.2146, within(5e-5));
        assertThat(Erlang.blocking(100, 117)).isCloseTo(0.0098, within(2e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.8, 1", "7.2, 8", "1.5, 2", "45, 50"})
    void erlangCIsTheSteadyStateOfALongFiniteQueue(double load, int servers) {
        var queue = FiniteQueue.of(load, 1, servers, servers + 4_000);
        double all = 0;
        for (int n = servers; n <= servers + 4_000; n++) {
            all += queue.share(n);
        }
        assertThat(Erlang.waiting(load, servers)).isCloseTo(all, within(1e-10));
        var open = new MarkovQueue(load, 1, servers);
        assertThat(open.meanSojourn()).isCloseTo(queue.meanSojourn(), within(1e-8));
    }

    @Test
    void sojournQuantilesAreThoseThatAreKnown() {
        assertThat(new MarkovQueue(0.8, 1, 1).sojournQuantile(0.99)).isCloseTo(Math.log(100) / 0.2, within(1e-9));
        assertThat(new MarkovQueue(7.2, 1, 8).sojournQuantile(0.99)).isCloseTo(7.087, within(5e-4));
    }

    /// The density of wait plus service, integrated numerically.
    @Test
    void theSojournTailIsTheConvolutionOfWaitAndService() {
        var queue = new MarkovQueue(2.5, 1, 3);
        double drain = 0.5;
        for (double t : new double[] {0.3, 1, 4, 10}) {
            int steps = 200_000;
            double sum = (1 - queue.waitShare()) * Math.exp(-t);
            for (int i = 0; i < steps; i++) {
                double wait = (i + 0.5) * t / steps;
                sum += queue.waitShare() * drain * Math.exp(-drain * wait) * Math.exp(-(t - wait)) * t / steps;
            }
            sum += queue.waitShare() * Math.exp(-drain * t);
            assertThat(queue.sojournBeyond(t)).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void theSojournTailIsSmoothWhereTheTwoRatesMeet() {
        var meeting = new MarkovQueue(1, 1, 2).sojournBeyond(2);
        var beside = new MarkovQueue(1.000001, 1, 2).sojournBeyond(2);
        assertThat(meeting).isCloseTo(beside, within(1e-5));
    }

    @Test
    void aSingleServerOfAnyKindFollowsPollaczekAndKhinchine() {
        assertThat(new GeneralQueue(0.8, new Constant(1), 1).meanWait()).isCloseTo(2, within(1e-12));
        assertThat(new GeneralQueue(0.8, new Exponential(1), 1).meanWait()).isCloseTo(4, within(1e-12));
        // lambda E[S^2] / 2 (1 - rho), with E[S^2] = 1 + 4.
        assertThat(new GeneralQueue(0.8, new Gamma(1, 2), 1).meanWait()).isCloseTo(0.8 * 5 / 2 / 0.2, within(1e-12));
        assertThat(new GeneralQueue(0.8, new Gamma(1, 2), 1).meanSojournShared())
                .isCloseTo(5, within(1e-12));
    }

    /// Mean wait from the distribution: the integral of its tail.
    @Test
    void constantServiceWaitsIntegrateToTheirMean() {
        var queue = new ConstantServiceQueue(0.5, 1);
        double sum = 0;
        int steps = 24_000;
        for (int i = 0; i < steps; i++) {
            sum += (1 - queue.waitAtMost((i + 0.5) * 24 / steps)) * 24 / steps;
        }
        assertThat(sum).isCloseTo(queue.meanWait(), within(1e-3));
        assertThat(queue.waitAtMost(0)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void priorityDoesNotChangeTheMeanWaitOverAllClasses() {
        double[] rates = {0.2, 0.3, 0.3};
        double[] waits = GeneralQueue.meanWaitsByPriority(rates, new Gamma(1, 1.5));
        double mean = (0.2 * waits[0] + 0.3 * waits[1] + 0.3 * waits[2]) / 0.8;
        assertThat(mean).isCloseTo(new GeneralQueue(0.8, new Gamma(1, 1.5), 1).meanWait(), within(1e-12));
        assertThat(waits[0]).isLessThan(waits[1]);
        assertThat(waits[1]).isLessThan(waits[2]);
    }

    @Test
    void aQueueWithoutPlacesLosesWhatErlangBSays() {
        assertThat(FiniteQueue.of(3, 1, 4, 4).loss()).isCloseTo(Erlang.blocking(3, 4), within(1e-14));
        double rho = 0.8;
        double expected = (1 - rho) * Math.pow(rho, 5) / (1 - Math.pow(rho, 6));
        assertThat(FiniteQueue.of(0.8, 1, 1, 5).loss()).isCloseTo(expected, within(1e-14));
    }

    /// One user never waits; and users, thinking time and response obey the response-time law N = X (R + Z).
    @Test
    void machineRepairObeysTheResponseTimeLaw() {
        assertThat(FiniteQueue.machineRepair(1, 3, 1, 1).meanSojourn()).isCloseTo(1, within(1e-12));
        var crowd = FiniteQueue.machineRepair(20, 5, 1, 2);
        assertThat(crowd.throughput() * (crowd.meanSojourn() + 5)).isCloseTo(20, within(1e-10));
        assertThat(crowd.offered()).isCloseTo(crowd.throughput(), within(1e-10));
    }

    /// Batches of one are a queue with constant service.
    @Test
    void aBulkOfOneIsPollaczekAndKhinchines() {
        double exact = new GeneralQueue(0.7, new Constant(1), 1).meanSojourn();
        assertThat(new BulkQueue(0.7, List.of(1.0)).meanSojourn()).isCloseTo(exact, within(1e-6));
    }

    /// M. Mitzenmacher (2001), table 1: the average time in an infinite system is 1.2657 at a load of 0.5, 2.6141
    /// at 0.9 and 5.4320 at 0.99 with two choices.
    @Test
    void twoChoicesAreThoseOfThePaper() {
        assertThat(ParallelQueues.shortestOf(2, 0.5)).isCloseTo(1.2657, within(5e-4));
        assertThat(ParallelQueues.shortestOf(2, 0.9)).isCloseTo(2.6141, within(5e-4));
        assertThat(ParallelQueues.shortestOf(2, 0.99)).isCloseTo(5.4320, within(5e-4));
    }

    /// Without load the parts do not wait: the slowest of `n` exponentials takes H(n).
    @Test
    void aForkWithoutLoadTakesTheHarmonicNumber() {
        assertThat(ParallelQueues.forkJoin(2, 1e-9)).isCloseTo(1.5, within(1e-6));
        assertThat(ParallelQueues.forkJoin(4, 1e-9)).isCloseTo(1 + 0.5 + 1.0 / 3 + 0.25, within(1e-6));
    }
}
