package dev.plumbline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What moves a limit, to where and for how much, by hand.
final class LadderOracle {
    private static final double DAY = 86_400;
    private static final double MONTH = 30.4375 * DAY;
    private static final double GIB = Math.pow(1024, 3);

    /// Each user is a row of 3 KB in an index and asks once a day; a front is done with 40 requests a second.
    private static final String INDEX = """
            design: index
            assume: {users: 100k user}
            workload: {ask: {rate: users * 1 req/user/day}}
            components:
              front: {kind: service, time: %s, price: 5 USD/month}
              near: {kind: %s, holds: vectors, time: 1 ms, concurrency: 1000, replicas: 2, on: %s}
            paths: {ask: [front, near]}
            data:
              vectors: {key: user, rows: users, size: 3 KB/user, compute: {batch: {every: 1 day, takes: 3 h}}}
            """;

    /// A hundred writes a day of each user, on a store of three nodes.
    private static final String WRITES = """
            design: writes
            units: [event]
            assume: {users: 1M user}
            workload: {ask: {rate: users * 1 req/user/day}}
            components:
              front: {kind: service, time: 0.1 ms, price: 5 USD/month}
              profiles: {kind: store, engine: redis, holds: profile, replicas: 3, time: 0.5 ms, concurrency: 1000,
                         price: 10 USD/month}
            paths: {ask: [front, profiles]}
            sources: {clicks: {rate: users * 100 event/user/day}}
            data: {profile: {from: clicks, key: user, rows: 1M user, size: 1 KB/user, compute: stream}}
            """;

    /// Four replicas keep 80 connections open to a node that takes 100.
    private static final String POOLS = """
            design: pools
            assume: {users: 100k user}
            workload: {ask: {rate: users * 10 req/user/day}}
            components:
              api: {kind: service, time: 20 ms, replicas: 4}
              orders: {kind: store, replicas: 50, concurrency: 100, time: 1 ms,
                       connections: {most: 100, from: api, each: 20}}
            paths: {ask: [api, orders]}
            """;

    private static List<Change> ladder(String text) {
        Design design = Designs.read(text);
        Limits limits = Limits.of(design, DrivingAssumption.named(design, "users"), 1e3, 1e9);
        return Ladder.of(limits, limits.all());
    }

    @Test
    void shardsCarryAnIndexToTheNextLimit() {
        Change first = ladder(INDEX.formatted("25 ms", "index", "c7g.xlarge")).getFirst();
        // 8 GiB hold 2.86M rows. The front ends at 40 req/s, 3.456M users; three times 2.86M is further.
        assertThat(first.moved().at()).isCloseTo(8 * GIB / 3e3, within(0.005 * 8 * GIB / 3e3));
        assertThat(first.edit()).isEqualTo(new Edit.Shards("near", 1, 4)); // 3 times, and some to spare
        Limit next = first.next().orElseThrow();
        assertThat(next.component()).isEqualTo("front");
        assertThat(next.at()).isCloseTo(40 * DAY, within(0.005 * 40 * DAY));
        assertThat((first.costAfter() - first.costBefore()) * 3600).isCloseTo(6 * 0.145, within(1e-9));
        assertThat(first.note()).contains("all 4", "3.9 %"); // 1 - 0.99^4
    }

    @Test
    void aLargerMachineIsToldBesideShards() {
        Change first = ladder(INDEX.formatted("0.01 ms", "index", "c7g.xlarge")).getFirst();
        assertThat(first.instead()).hasSize(1);
        Change larger = first.instead().getFirst();
        assertThat(larger.edit().was()).isEqualTo("c7g.xlarge");
        assertThat(larger.edit().becomes()).isEqualTo("c7g.4xlarge"); // three times 8 GiB fit 32
        double users = 32 * GIB / 3e3;
        assertThat(larger.next().orElseThrow().at()).isCloseTo(users, within(0.005 * users));
        assertThat((larger.costAfter() - larger.costBefore()) * 3600).isCloseTo(2 * (0.58 - 0.145), within(1e-9));
    }

    @Test
    void aModelsTableMovesToMoreOrOtherAccelerators() {
        Change first = ladder(INDEX.formatted("0.01 ms", "model", "L4")).getFirst();
        assertThat(first.edit().name()).isEqualTo("near.on");
        assertThat(first.edit().becomes()).isEqualTo("4 x L4"); // 72 GB at 0.8048 USD/h for each 24
        double users = 4 * 24e9 / 3e3;
        assertThat(first.next().orElseThrow().at()).isCloseTo(users, within(0.005 * users));
    }

    @Test
    void aSingleWriterIsSplitAndNotCopied() {
        Change first = ladder(WRITES).getFirst();
        double writer = Math.sqrt(70e3 * 400e3) * DAY / 100;
        double front = 10_000 * DAY;
        assertThat(first.moved().why()).isEqualTo(Break.Why.WRITER);
        double shards = Math.ceil(front / writer * 1.02);
        assertThat(first.edit()).isEqualTo(new Edit.Shards("profiles", 1, shards));
        assertThat(first.next().orElseThrow().at()).isCloseTo(front, within(0.005 * front));
        assertThat((first.costAfter() - first.costBefore()) * MONTH).isCloseTo(30 * (shards - 1), within(1e-6));
        assertThat(first.note()).isEmpty();
    }

    @Test
    void moreReplicasUseUpConnectionsAtOnce() {
        List<Change> changes = ladder(POOLS);
        assertThat(changes.getFirst().edit()).isEqualTo(new Edit.Count("api.replicas", 4, 13));
        Limit next = changes.getFirst().next().orElseThrow();
        assertThat(next.why()).isEqualTo(Break.Why.CONNECTIONS);
        assertThat(next.at()).isZero();
        // 13 replicas of 7 keep 91 open.
        assertThat(changes.get(1).edit()).isEqualTo(new Edit.Count("orders.connections.each", 20, 7));
    }

    @Test
    void whatNothingMovesEndsTheLadder() {
        String largest = INDEX.formatted("0.01 ms", "service", "c7g.16xlarge");
        Design design = Designs.read(largest);
        assertThat(Limits.of(design, DrivingAssumption.named(design, "users"), 1e3, 1e9)
                        .all())
                .first()
                .satisfies(limit -> assertThat(limit.why()).isEqualTo(Break.Why.MEMORY));
        assertThat(ladder(largest)).isEmpty();
    }
}
