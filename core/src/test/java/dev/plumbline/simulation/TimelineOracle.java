package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An episode told in parts.
final class TimelineOracle {
    private static Result told(Network network, Load load, List<Outage> outages, double from, double to, int parts) {
        Plan plan = new Plan(1, new Plan.Horizon.Episode(from, to, 1), Optional.empty(), load, outages);
        return Simulation.run(network, plan.telling(new Plan.Parts(parts, to + (to - from) / 4)));
    }

    private static Network queue(int servers, double service, Arrivals arrivals) {
        return Network.single(Station.of("queue", 1, servers, new Service.Each(new Exponential(service))), arrivals);
    }

    @Test
    void aRampBringsAsManyAsItsIntegralPartByPart() {
        // From 200/s to five times as many within 40 s, for 40 s more; then 20 s at the usual rate.
        Network network = queue(100, 0.01, new Arrivals.Poisson(200));
        Result result = told(network, Load.surge(10, 40, 5, 40), List.of(), 10, 90, 10);
        Timeline.Course course = result.timeline().path("queue");
        for (int part = 0; part < 10; part++) {
            double from = part * 10;
            double middle = from + 5;
            double factor = middle < 40 ? 1 + 4 * middle / 40 : middle < 80 ? 5 : 1;
            double expected = 200 * factor * 10;
            double came = (double) course.answered(part) + course.failed(part);
            assertThat(came).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        }
        double during = 0;
        for (int part = 0; part < 8; part++) {
            during += course.answered(part) + course.failed(part);
        }
        assertThat(during).isEqualTo((double) result.path("queue").counts().requests());
    }

    @Test
    void aDailyWaveBringsAsManyAsItsIntegralPartByPart() {
        double swing = 3;
        Network network = queue(100, 0.01, new Arrivals.Diurnal(300, swing, 0, 100));
        Timeline.Course course =
                told(network, Load.EVEN, List.of(), 0, 80, 10).timeline().path("queue");
        double height = (swing - 1) / (swing + 1);
        for (int part = 0; part < 10; part++) {
            double turn = 2 * Math.PI / 100;
            double expected =
                    300 * (10 + height / turn * (Math.sin(turn * (part + 1) * 10) - Math.sin(turn * part * 10)));
            assertThat((double) course.answered(part)).isCloseTo(expected, within(4 * Math.sqrt(expected)));
        }
    }

    @Test
    void aLostServerShowsWhileItIsGoneAndAWhileAfter() {
        Network network = Network.single(
                new Station(
                        "queue",
                        2,
                        1,
                        new Service.Each(new Exponential(0.01)),
                        Balance.LEAST_LOADED,
                        Waiting.UNLIMITED,
                        Optional.empty(),
                        Optional.empty(),
                        Pacing.EVEN,
                        0),
                new Arrivals.Poisson(120));
        Timeline.Course course = told(network, Load.EVEN, List.of(new Outage("queue", 1, 20, 60)), 10, 90, 10)
                .timeline()
                .path("queue");
        assertThat(course.quantile(0, 0.99)).isLessThan(0.1);
        // The backlog grows by 20 a second for 40 s, and each that waits in it waits 10 ms.
        assertThat(course.quantile(4, 0.5)).isCloseTo(20 * 35 * 0.01, within(2.0));
        assertThat(course.quantile(9, 0.99)).isLessThan(0.1);
    }

    @Test
    void quantilesAreCloseToTheTrueOnes() {
        Network network = Network.single(
                Station.of("queue", 1, 50_000, new Service.Each(new Exponential(1))), new Arrivals.Poisson(2000));
        Timeline.Course course =
                told(network, Load.EVEN, List.of(), 0, 40, 1).timeline().path("queue");
        assertThat(course.quantile(0, 0.5)).isCloseTo(Math.log(2), within(0.03));
        assertThat(course.quantile(0, 0.99)).isCloseTo(Math.log(100), within(0.15));
        Network constant = Network.single(
                Station.of("queue", 1, 50_000, new Service.Each(new Constant(0.01))), new Arrivals.Poisson(2000));
        assertThat(told(constant, Load.EVEN, List.of(), 0, 4, 1)
                        .timeline()
                        .path("queue")
                        .quantile(0, 0.9))
                .isCloseTo(0.01, within(0.001));
    }

    /// Variance over mean of the number of arrivals in a stretch (W. Fischer and K. Meier-Hellstern, "The
    /// Markov-modulated Poisson process cookbook", 1993).
    @Test
    void burstsSpreadTheNumberOfArrivalsAsMuchAsTheyShould() {
        double lasts = 2;
        double every = 10;
        var arrivals = new Arrivals.Bursty(50, 8, lasts, every);
        double width = 5;
        int parts = 2000;
        Timeline.Course course = told(
                        queue(10_000, 1e-4, arrivals), Load.EVEN, List.of(), 0, parts * width / 1.25, parts)
                .timeline()
                .path("queue");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < parts; i++) {
            sum += course.answered(i);
            squares += (double) course.answered(i) * course.answered(i);
        }
        double mean = sum / parts;
        double leave = 1 / lasts;
        double enter = 1 / (every - lasts);
        double high = arrivals.quiet() * 8;
        double low = arrivals.quiet();
        double both = leave + enter;
        double apart = 2 * leave * enter * (high - low) * (high - low) / (both * both * (high * enter + low * leave));
        double exact = 1 + apart * (1 - (1 - Math.exp(-both * width)) / (both * width));
        assertThat(mean).isCloseTo(50 * width, within(0.05 * 50 * width));
        assertThat((squares / parts - mean * mean) / mean).isCloseTo(exact, within(0.1 * exact));
        assertThat(exact).isGreaterThan(50);
    }
}
