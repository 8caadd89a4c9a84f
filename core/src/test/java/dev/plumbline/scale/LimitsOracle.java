package dev.plumbline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitsOracle {
    private static final double DAY = 86_400;

    /// Ten requests a day from each user, through a front that is done with 4,000 a second and a back with 500.
    private static final String TWO = """
            design: two
            assume: {users: 1M user, each: 8 .. 12 req/user/day}
            workload: {ask: {rate: users * each}}
            components:
              front: {kind: service, replicas: 4, time: 1 ms, price: 10 USD/month}
              back: {kind: service, replicas: 5, time: {mean: 10 ms, cv: 1}, price: 30 USD/month}
            paths: {ask: [front, back]}
            """;

    /// A store in memory whose rows and writes are its users'.
    private static final String STORE = """
            design: store
            units: [event]
            assume: {users: 1M user}
            workload: {ask: {rate: users * 1 req/user/day}}
            components:
              profiles: {kind: store, engine: redis, holds: profile, time: 0.5 ms, concurrency: 1000, on: cache.r7g.large}
            paths: {ask: [profiles]}
            sources: {clicks: {rate: users * 100 event/user/day}}
            data: {profile: {from: clicks, key: user, rows: users, size: 930 B/user, compute: stream}}
            """;

    private static Limits look(String text, String... with) {
        Design design = Designs.read(text);
        return Limits.of(design, DrivingAssumption.named(design, "users").with(List.of(with)), 1e3, 1e9);
    }

    private static List<Change> ladder(Limits limits) {
        return Ladder.of(limits, limits.all());
    }

    private static List<Limit> limits(String text, String... with) {
        return look(text, with).all();
    }

    private static Limit of(List<Limit> limits, Break.Why why, String component) {
        return limits.stream()
                .filter(each -> each.why() == why && each.component().equals(component))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void serversAreFullWhereTheUtilisationLawSays() {
        List<Limit> limits = limits(TWO);
        assertThat(limits).extracting(Limit::component).containsExactly("back", "front");
        double users = 500 * DAY / Math.sqrt(8 * 12);
        assertThat(limits.getFirst().at()).isCloseTo(users, within(0.002 * users));
        assertThat(limits.getFirst().low()).isCloseTo(500 * DAY / 12, within(0.01 * users));
        assertThat(limits.getFirst().high()).isCloseTo(500 * DAY / 8, within(0.01 * users));
    }

    @Test
    void moreReplicasMoveTheLimitToTheNextOne() {
        Change first = ladder(look(TWO)).getFirst();
        assertThat(first.edit())
                .isEqualTo(new Edit.Count("back.replicas", 5, 41)); // 5 * 4000 / 500 is 40, and one to spare;
        assertThat(first.next().orElseThrow().component()).isEqualTo("front");
        double users = 4000 * DAY / Math.sqrt(8 * 12);
        assertThat(first.next().orElseThrow().at()).isCloseTo(users, within(0.002 * users));
        assertThat((first.costAfter() - first.costBefore()) * 30.4375 * DAY).isCloseTo(36 * 30.0, within(1e-6));
    }

    @Test
    void whatAStoreHoldsOutgrowsItsMachine() {
        Limit memory = of(limits(STORE), Break.Why.MEMORY, "profiles");
        // 13.07 GiB, three quarters of it usable, over 930 B and 50 .. 90 B of overhead for each key.
        double users = 13.07 * Math.pow(1024, 3) * 0.75 / (930 + Math.sqrt(50 * 90));
        assertThat(memory.at()).isCloseTo(users, within(0.01 * users));
    }

    @Test
    void oneWriterTakesAllWrites() {
        Limit writer = of(limits(STORE), Break.Why.WRITER, "profiles");
        double users = Math.sqrt(70e3 * 400e3) * DAY / 100;
        assertThat(writer.at()).isCloseTo(users, within(0.01 * users));
    }

    @Test
    void rowsThatAreANumberGrowOnlyWhenAskedTo() {
        String fixed = STORE.replace("rows: users", "rows: 5M user");
        assertThat(limits(fixed)).noneMatch(each -> each.why() == Break.Why.MEMORY);
        assertThat(of(limits(fixed, "profile.rows"), Break.Why.MEMORY, "profiles")
                        .at())
                .isCloseTo(of(limits(STORE), Break.Why.MEMORY, "profiles").at() / 5, within(1e4));
    }

    @Test
    void scalingEndsAtItsQuota() {
        String scaled =
                TWO.replace("replicas: 5,", "replicas: 5, scale: {on: busy > 60 %, from: 2, to: 20, after: 2 min},");
        Limit quota = of(limits(scaled), Break.Why.QUOTA, "back");
        double users = 2000 * DAY / Math.sqrt(8 * 12);
        assertThat(quota.at()).isCloseTo(0.6 * users, within(0.01 * users));
        assertThat(of(limits(scaled), Break.Why.SATURATION, "back").at()).isCloseTo(users, within(0.002 * users));
        assertThat(ladder(look(scaled)).getFirst().edit().name()).isEqualTo("back.scale.to");
    }
}
