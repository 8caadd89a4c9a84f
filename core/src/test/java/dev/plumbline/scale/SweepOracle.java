package dev.plumbline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Trial;
import dev.plumbline.design.Design;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SweepOracle {
    private static final double DAY = 86_400;

    /// One server that is done with 1,000 requests per second, asked once a day by each user.
    private static final String ONE_SERVER = """
            design: one-server
            assume: {users: %s}
            workload: {ask: {rate: users * 1 req/user/day}}
            components: {server: {kind: service, time: {exponential: 1 ms}, price: 100 USD/month}}
            paths: {ask: [server]}
            requirements:
              quick: {must: p95 latency of ask <= 20 ms}
              thrifty: {must: cost per 1M req <= 10 USD}
              affordable: {must: cost <= 120 USD/month}
            """;

    /// What is kept grows with users and what each keeps.
    private static final String KEEPING = """
            design: keeping
            assume: {users: {value: 2M user, grows: 6 %/month}, each: 4 .. 9 KB/user}
            data: {profile: {key: user, rows: users, size: each}}
            workload: {ask: {rate: users * 1 req/user/day}}
            components: {server: {kind: service, time: 1 ms}}
            paths: {ask: [server]}
            requirements: {small: {must: storage of profile <= 60 GB}}
            """;

    private static Break only(Sweep sweep, String id) {
        assertThat(Designs.curve(sweep, id).breaks()).hasSize(1);
        return Designs.curve(sweep, id).breaks().getFirst();
    }

    /// W. Feller's closed form of M/M/1: latency is exponential with rate μ - λ, so p95 = ln 20 / (μ - λ).
    @Test
    void aSingleServersTailBreaksWhereItsClosedFormSays() {
        Sweep sweep = Designs.sweep(Designs.read(ONE_SERVER.formatted("2M user")), new Settings(5, 8, 20_000, 1));
        double users = (1000 - Math.log(20) / 0.020) * DAY;
        Break quick = only(sweep, "quick");
        assertThat(quick.turn()).isEqualTo(Break.Turn.STOPS);
        assertThat(quick.at()).isCloseTo(users, within(0.03 * users));
        assertThat(sweep.headroom(quick.at())).isCloseTo(users / 2e6, within(0.03 * users / 2e6));
    }

    @Test
    void aFixedPriceIsSharedByEnoughRequestsFromItsQuotientOn() {
        Sweep sweep = Designs.sweep(Designs.read(ONE_SERVER.formatted("2M user")), Designs.QUICK);
        double users = 100.0 / 10 * 1e6 / 30.4375;
        Break thrifty = only(sweep, "thrifty");
        assertThat(thrifty.turn()).isEqualTo(Break.Turn.STARTS);
        assertThat(thrifty.why()).isEqualTo(Break.Why.MONEY);
        assertThat(thrifty.at()).isCloseTo(users, within(0.005 * users));
        assertThat(Designs.curve(sweep, "affordable").breaks()).isEmpty();
    }

    @Test
    void theBreakIsAsUnknownAsWhatItRestsOn() {
        Sweep sweep = Designs.sweep(Designs.read(KEEPING), Designs.QUICK);
        Break small = only(sweep, "small");
        assertThat(small.at()).isCloseTo(60e9 / 6e3, within(0.01 * 60e9 / 6e3));
        assertThat(small.low()).isCloseTo(60e9 / 9e3, within(0.01 * 60e9 / 9e3));
        assertThat(small.high()).isCloseTo(60e9 / 4e3, within(0.01 * 60e9 / 4e3));
        assertThat(sweep.months(small).middle()).isCloseTo(Math.log(small.at() / 2e6) / Math.log(1.06), within(1e-9));
        // Today's users are known, so that the interval is the break's own.
        assertThat(sweep.months(small).low()).isCloseTo(Math.log(small.low() / 2e6) / Math.log(1.06), within(1e-9));
        assertThat(sweep.months(small).high()).isCloseTo(Math.log(small.high() / 2e6) / Math.log(1.06), within(1e-9));
    }

    @Test
    void aDirectCheckBelowTheBreakIsMetAndOneAboveItIsMissed() {
        Settings settings = new Settings(5, 8, 20_000, 1);
        Break quick = only(Designs.sweep(Designs.read(ONE_SERVER.formatted("2M user")), settings), "quick");
        assertThat(chance(quick.low() / 1.05, settings)).isGreaterThanOrEqualTo(0.95);
        assertThat(chance(quick.high() * 1.05, settings)).isLessThanOrEqualTo(0.05);
    }

    private static double chance(double users, Settings settings) {
        Design design = Designs.read(ONE_SERVER.formatted("%.0f user".formatted(users)));
        return new Assessor(settings, Progress.SILENT, () -> Duration.ZERO)
                .trial(design, new Trial.Scope.Among(Set.of("quick")))
                .verdict("quick")
                .orElseThrow()
                .chance()
                .orElseThrow();
    }

    @Test
    void theCostDoesNotGrowWithTheScale() {
        Design design = Designs.read(ONE_SERVER.formatted("2M user"));
        DrivingAssumption by = DrivingAssumption.of(design).orElseThrow();
        Sweep near = new Sweeper(design, by, Designs.QUICK, Progress.SILENT, () -> Duration.ZERO).over(1e6, 1e9);
        Sweep far = new Sweeper(design, by, Designs.QUICK, Progress.SILENT, () -> Duration.ZERO).over(1e6, 1e14);
        assertThat(far.run().requests())
                .isLessThanOrEqualTo((long) (1.25 * near.run().requests()));
        assertThat(only(far, "quick").at()).isCloseTo(only(near, "quick").at(), within(0.05 * 7e7));
    }

    /// Half a decade around a billion users, where the ranker gets hundreds of times what it can do, against the same
    /// around a million, where it is idle.
    @Test
    void aBillionCostsAtMostTwiceAMillion() {
        Design design = Designs.read(SHEDDING);
        assertThat(events(design, 1e9)).isLessThan(2 * events(design, 1e6));
    }

    private static final String SHEDDING = """
            design: shedding
            assume: {users: 1M .. 2M user}
            workload: {ask: {rate: users * 20 req/user/day, peak: 3}}
            components:
              gateway: {kind: service, replicas: 6000, concurrency: 16, time: {p50: 1 ms, p99: 6 ms}}
              ranker: {kind: model, replicas: 30, queue: {limit: 40}, batch: {max: 16, wait: 3 ms, time: 4 ms + 1 ms * size}}
            paths:
              ask: [gateway, {call: ranker, timeout: 200 ms, retry: {times: 1, budget: 10 %}, fallback: plain}]
              plain: [{constant: 1 ms}]
            requirements: {quick: {must: p99 latency of ask <= 100 ms}, personal: {must: fallbacks of ask <= 2 %}}
            """;

    private static double events(Design design, double users) {
        DrivingAssumption by = DrivingAssumption.of(design).orElseThrow();
        Sweep sweep =
                new Sweeper(design, by, Designs.QUICK, Progress.SILENT, () -> Duration.ZERO).over(users / 2, users * 2);
        int looks = Designs.curve(sweep, "quick").points().size();
        assertThat(looks).isGreaterThanOrEqualTo(3);
        return (double) sweep.run().events() / looks;
    }

    @Test
    void oneThreadAndTwoFindTheSame() {
        Design design = Designs.read(ONE_SERVER.formatted("1M .. 3M user"));
        assertThat(Designs.sweep(design, Designs.QUICK)).isEqualTo(Designs.sweep(design, Designs.QUICK.withThreads(2)));
    }
}
