package dev.plumbline.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.probability.Empirical;
import dev.plumbline.probability.Lognormal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuationTest {
    private static final Worlds WORLDS = new Worlds(1000, 42);

    private static Expression e(String text) {
        return SheetReader.expression(text);
    }

    private static Valuation value(String sheet, Worlds worlds) {
        return Valuation.of(SheetReader.sound(sheet), worlds);
    }

    private static Valuation value(Sheet sheet) {
        return Valuation.of(SheetReader.sound(sheet), WORLDS);
    }

    @Test
    void an_unknown_has_each_of_its_quantiles_once() {
        double[] values = value("a: 4 .. 8 ms", new Worlds(64, 7)).values("a");
        Arrays.sort(values);
        Belief belief = Belief.of(UnknownShape.BETWEEN, 0.004, 0.008);
        for (int i = 0; i < 64; i++) {
            assertThat(values[i]).isEqualTo(belief.quantile((i + 0.5) / 64));
        }
    }

    @Test
    void the_interval_of_a_range_is_the_range() {
        Spread spread = value("a: 4 .. 8 ms", new Worlds(1000, 7)).spread("a");
        assertThat(spread.low()).isCloseTo(0.004, within(1e-7));
        assertThat(spread.high()).isCloseTo(0.008, within(1e-7));
        assertThat(spread.median()).isCloseTo(Math.sqrt(32e-6), within(1e-7));
        assertThat(value("a: 4 ms", WORLDS).spread("a").isCertain()).isTrue();
    }

    @Test
    void a_formula_is_computed_in_each_world_from_that_world_s_values() {
        Valuation valuation = value("""
                users: 1M .. 3M user
                sessions: 4 .. 8 session/user/day
                rate: users * sessions / 2 + 1 session/day
                capped: min(rate, 90 session/s)
                big: if(rate > 100 session/s, 1, 0)
                twice: users + users
                """, WORLDS);
        double[] users = valuation.values("users");
        double[] sessions = valuation.values("sessions");
        for (int w = 0; w < WORLDS.count(); w++) {
            double rate = users[w] * sessions[w] / 2 + 1 / 86400.0;
            assertThat(valuation.value("rate", w)).isEqualTo(rate);
            assertThat(valuation.value("capped", w)).isEqualTo(Math.min(rate, 90));
            assertThat(valuation.value("big", w)).isEqualTo(rate > 100 ? 1 : 0);
            assertThat(valuation.value("twice", w)).isEqualTo(2 * users[w]);
        }
        assertThat(valuation.share("rate", rate -> rate > 100))
                .isEqualTo(Arrays.stream(valuation.values("big")).sum() / WORLDS.count());
        assertThat(valuation.values(e("rate * 2"))[5]).isEqualTo(2 * valuation.value("rate", 5));
    }

    @Test
    void adding_or_moving_an_unknown_never_shifts_the_draws_of_another() {
        double[] alone = value("b: 1 .. 2", WORLDS).values("b");
        assertThat(value("a: 3 .. 4\nb: 1 .. 2\nc: a * (5 .. 6)", WORLDS).values("b"))
                .isEqualTo(alone);
        assertThat(value("b: 10 * (1 .. 2) / 10", WORLDS).values("b")[0]).isCloseTo(alone[0], within(1e-12));
    }

    @Test
    void two_unknowns_are_drawn_apart_and_another_seed_draws_anew() {
        Valuation valuation = value("a: 1 .. 2\nb: 1 .. 2\nc: (1 .. 2) / (1 .. 2)", WORLDS);
        assertThat(valuation.values("a")).isNotEqualTo(valuation.values("b"));
        assertThat(valuation.spread("c").isCertain()).isFalse();
        assertThat(value("a: 1 .. 2", new Worlds(1000, 43)).values("a")).isNotEqualTo(valuation.values("a"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void the_bits_do_not_depend_on_the_number_of_threads(int threads) throws Exception {
        Checked checked = SheetReader.sound(ValuationSpeedTest.hundredNames());
        Worlds worlds = new Worlds(9_999, 5);
        double[] here = Valuation.of(checked, worlds).values("d99");
        try (var pool = new ForkJoinPool(threads)) {
            double[] there = pool.submit(() -> Valuation.of(checked, worlds).values("d99"))
                    .get();
            assertThat(there).isEqualTo(here);
        }
    }

    @Test
    void a_product_of_lognormals_has_the_median_and_interval_of_theory() {
        Spread spread =
                value("a: 1 .. 4\nb: 2 .. 8\nc: a * b", new Worlds(100_000, 1)).spread("c");
        double sigma = Math.sqrt(2) * Math.log(4) / (2 * Belief.Z95);
        assertThat(spread.median()).isCloseTo(8, within(0.05));
        assertThat(spread.high()).isCloseTo(8 * Math.exp(Belief.Z95 * sigma), within(0.2));
        assertThat(spread.low()).isCloseTo(8 * Math.exp(-Belief.Z95 * sigma), within(0.04));
    }

    @Test
    void a_range_may_have_ends_that_are_not_known_either() {
        Valuation valuation = value("a: 2 .. 3\nb: 0.5 * a .. 2 * a", WORLDS);
        assertThat(valuation.findings()).isEmpty();
        for (int w = 0; w < WORLDS.count(); w++) {
            double ratio = valuation.value("b", w) / valuation.value("a", w);
            assertThat(ratio).isBetween(0.2, 5.0);
        }
        assertThat(valuation.drivers("b")).hasSize(2);
    }

    @Test
    void a_varying_value_is_a_distribution_in_each_world() {
        var time = new Varying.Percentiles(Map.of(0.5, e("8 ms"), 0.99, e("30 .. 60 ms")));
        Valuation valuation = value(SheetReader.sheet("x: 1")
                .and(List.of(
                        Definition.of("t", time),
                        Definition.of("m", e("mean(t)")),
                        Definition.of("q", e("quantile(t, 99 %)")))));
        for (int w = 0; w < 50; w++) {
            var distribution = valuation.distribution("t", w);
            assertThat(distribution).isInstanceOf(Lognormal.class);
            assertThat(valuation.value("m", w)).isEqualTo(distribution.mean());
            assertThat(valuation.value("q", w)).isEqualTo(distribution.quantile(0.99));
            assertThat(distribution.quantile(0.5)).isCloseTo(0.008, within(1e-12));
        }
        assertThat(valuation.spread("q").low()).isCloseTo(0.03, within(1e-5));
        assertThat(valuation.spread("q").high()).isCloseTo(0.06, within(1e-5));
        assertThatThrownBy(() -> valuation.values("t")).hasMessage("\"t\" varies and has no one value.");
    }

    @Test
    void every_shape_of_the_varying_has_its_mean() {
        var part = new Varying.Mix.Part(e("25 %"), new Varying.Constant(e("4 ms")));
        var rest = new Varying.Mix.Part(e("75 %"), new Varying.Exponentially(e("8 ms")));
        Map<Varying, Double> means = Map.of(
                new Varying.Constant(e("5 ms")), 0.005,
                new Varying.Exponentially(e("5 ms")), 0.005,
                new Varying.MeanCv(e("5 ms"), e("1.4")), 0.005,
                new Varying.MeanCv(e("5 ms"), e("0 %")), 0.005,
                new Varying.PowerLaw(e("1 ms"), e("1.6")), 0.001 * 1.6 / 0.6,
                new Varying.Mix(List.of(part, rest)), 0.007,
                new Varying.Measured(new Empirical(new double[] {0.001, 0.003}), Dimension.TIME, "x.csv"), 0.002);
        means.forEach((varying, mean) -> {
            Valuation valuation = value(SheetReader.sheet("x: 1")
                    .and(List.of(Definition.of("t", varying), Definition.of("m", e("mean(t)")))));
            assertThat(valuation.value("m", 3)).as(varying.toString()).isCloseTo(mean, within(1e-15));
            assertThat(valuation.distribution("t", 3).mean()).isCloseTo(mean, within(1e-15));
        });
    }

    @Test
    void a_batch_takes_as_long_as_its_size_asks_for() {
        var batch = new Varying.Constant(e("2.2 ms + (0.1 .. 0.3 ms) * size"));
        Valuation valuation = value(SheetReader.sheet("x: 1")
                .and(List.of(
                        Definition.of("batch", batch),
                        Definition.of("eight", e("mean_at(batch, 8)")),
                        Definition.of("one", e("mean_at(batch, 1)")))));
        for (int w = 0; w < 20; w++) {
            double slope = (valuation.value("eight", w) - valuation.value("one", w)) / 7;
            assertThat(valuation.distribution("batch", w, 8).mean()).isEqualTo(valuation.value("eight", w));
            assertThat(valuation.distribution("batch", w, 32).mean()).isCloseTo(0.0022 + 32 * slope, within(1e-12));
        }
        assertThatThrownBy(() -> valuation.distribution("batch", 0)).hasMessageContaining("size of a batch");
    }

    @Test
    void growth_compounds_over_the_period_it_is_written_with() {
        Sheet sheet = SheetReader.sheet("x: 1 user")
                .and(List.of(
                        Definition.of("users", e("1 .. 3M user")).growing(Growth.at(e("6 %/month"))),
                        Definition.of("yearly", e("100 user")).growing(Growth.at(e("50 %/year"))),
                        Definition.of("rate", e("users * 2 req/user/day"))));
        Checked checked = SheetReader.sound(sheet);
        Valuation now = Valuation.of(checked, WORLDS);
        Valuation later = Valuation.after(
                checked,
                WORLDS,
                Units.standard().find("year").map(Unit::of).orElseThrow().of(1));
        assertThat(later.value("yearly", 0)).isCloseTo(150, within(1e-9));
        for (int w = 0; w < 10; w++) {
            assertThat(later.value("users", w) / now.value("users", w)).isCloseTo(Math.pow(1.06, 12), within(1e-9));
            assertThat(later.value("rate", w) / now.value("rate", w)).isCloseTo(Math.pow(1.06, 12), within(1e-9));
        }
    }

    @Test
    void the_unknown_that_decides_a_result_comes_first() {
        Valuation valuation = value("""
                small: 1 .. 1.1
                large: 1 .. 10
                inverse: 1 .. 3
                apart: 1 .. 100
                result: small * large / inverse
                """, WORLDS);
        List<Driver> drivers = valuation.drivers("result");
        assertThat(drivers).extracting(Driver::definition).containsExactly("large", "inverse", "small");
        assertThat(drivers.get(0).correlation()).isBetween(0.8, 1.0);
        assertThat(drivers.get(1).correlation()).isBetween(-0.6, -0.3);
        assertThat(drivers.get(0).text()).isEqualTo("1 .. 10");
        assertThat(valuation.drivers("large").getFirst().correlation()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_value_that_is_none_in_some_worlds_is_a_finding() {
        Valuation valuation = value("a: -1 .. 3\nb: sqrt(a)\nc: b * 2", WORLDS);
        assertThat(valuation.findings()).extracting(Finding::name).containsExactly("b");
        assertThat(valuation.findings().getFirst().fault().what()).startsWith("\"sqrt(a)\" has no value in ");
        Valuation downwards = value("a: 1 .. 3\nb: a .. 2", WORLDS);
        assertThat(downwards.findings()).extracting(Finding::name).containsExactly("b");
    }

    @Test
    void a_distribution_that_cannot_be_is_a_finding() {
        Sheet sheet =
                SheetReader.sheet("a: -1 .. 3 ms").and(List.of(Definition.of("t", new Varying.Exponentially(e("a")))));
        Valuation valuation = value(sheet);
        assertThat(valuation.findings()).extracting(Finding::name).containsExactly("t");
        assertThat(valuation.findings().getFirst().fault().rule()).isEqualTo("quantity.out-of-range");
    }

    @Test
    void a_sheet_with_faults_is_refused() {
        Checked faulty = Checker.check(SheetReader.sheet("a: b"));
        assertThatThrownBy(() -> Valuation.of(faulty, WORLDS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> value("a: 1", WORLDS).values("z")).hasMessage("The sheet does not define \"z\".");
    }
}
