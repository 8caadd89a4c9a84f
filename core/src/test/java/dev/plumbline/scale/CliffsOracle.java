package dev.plumbline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cliffs, each planted where a line of arithmetic says, and each gone where the design has no such end.
final class CliffsOracle {
    private static final double DAY = 86_400;
    private static final double GIB = Math.pow(1024, 3);

    /// Ten requests a day from each user, of 20 ms each, on as many replicas as keep them 60 % busy; each keeps 20
    /// connections open to a store.
    private static final String POOLS = """
            design: pools
            assume: {users: 1M user}
            workload: {ask: {rate: users * 10 req/user/day}}
            components:
              api: {kind: service, time: 20 ms, scale: {on: busy > 60 %, from: 2, to: 4000, after: 2 min}}
              orders: {kind: store, replicas: 50, concurrency: 100, time: 1 ms,
                       connections: {most: 100, from: api, each: 20}}
            paths: {ask: [api, orders]}
            """;

    /// A row of an embeddings table for each user, in the memory of a model's accelerator.
    private static final String TABLE = """
            design: table
            assume: {users: 1M user}
            workload: {ask: {rate: users * 1 req/user/day}}
            components: {ranker: {kind: model, holds: embeddings, time: 1 ms, concurrency: 1000, replicas: 4, on: L4}}
            paths: {ask: [ranker]}
            data:
              embeddings: {key: user, rows: users, size: 256 B/user, compute: {batch: {every: 1 day, takes: 3 h}}}
            """;

    /// Two vectors of each user in an index, on machines of 8 GiB.
    private static final String INDEX = """
            design: index
            units: [vector]
            assume: {users: 1M user}
            workload: {ask: {rate: users * 1 req/user/day}}
            components: {near: {kind: index, holds: vectors, time: 1 ms, concurrency: 1000, replicas: 2, on: c7g.xlarge}}
            paths: {ask: [near]}
            data:
              vectors:
                key: vector
                rows: users * 2 vector/user
                size: 3 KB/vector
                compute: {batch: {every: 1 day, takes: 3 h}}
            """;

    /// A hundred writes a day of each user to a store in memory.
    private static final String WRITES = """
            design: writes
            units: [event]
            assume: {users: 1M user}
            workload: {ask: {rate: users * 1 req/user/day}}
            components:
              profiles: {kind: store, engine: redis, holds: profile, replicas: 3, time: 0.5 ms, concurrency: 1000}
            paths: {ask: [profiles]}
            sources: {clicks: {rate: users * 100 event/user/day}}
            data: {profile: {from: clicks, key: user, rows: 1M user, size: 1 KB/user, compute: stream}}
            """;

    private static List<Limit> limits(String text) {
        Design design = Designs.read(text);
        return Limits.of(design, DrivingAssumption.named(design, "users"), 1e3, 1e9)
                .all();
    }

    private static double at(String text, Break.Why why) {
        return limits(text).stream()
                .filter(each -> each.why() == why)
                .mapToDouble(Limit::at)
                .findFirst()
                .orElseThrow();
    }

    private static boolean silent(String text, Break.Why why) {
        return limits(text).stream().noneMatch(each -> each.why() == why);
    }

    @Test
    void theSixthReplicaOpensMoreConnectionsThanANodeTakes() {
        // Five replicas keep 100 open; the sixth starts where five are 60 % busy.
        double users = 5 * 0.6 / 0.020 / 10 * DAY;
        assertThat(at(POOLS, Break.Why.CONNECTIONS)).isCloseTo(users, within(0.01 * users));
        assertThat(limits(POOLS).getFirst().reason())
                .isEqualTo("the replicas of api keep more connections open than a node of orders takes");
    }

    @Test
    void smallerPoolsMoveTheLimitOfConnectionsAndFixedReplicasHaveNone() {
        double users = 50 * 0.6 / 0.020 / 10 * DAY;
        assertThat(at(POOLS.replace("each: 20", "each: 2"), Break.Why.CONNECTIONS))
                .isCloseTo(users, within(0.01 * users));
        String fixed = POOLS.replace("scale: {on: busy > 60 %, from: 2, to: 4000, after: 2 min}", "replicas: 5");
        assertThat(silent(fixed, Break.Why.CONNECTIONS)).isTrue();
    }

    @Test
    void aModelsTableOutgrowsItsAccelerator() {
        double users = 24e9 / 256;
        assertThat(at(TABLE, Break.Why.MEMORY)).isCloseTo(users, within(0.005 * users));
        assertThat(at(TABLE.replace("on: L4", "on: 2 x L4"), Break.Why.MEMORY) / at(TABLE, Break.Why.MEMORY))
                .isCloseTo(2, within(1e-3));
        assertThat(silent(TABLE.replace("rows: users", "rows: 40M user"), Break.Why.MEMORY))
                .isTrue();
    }

    @Test
    void anIndexOutgrowsTheMemoryOfItsMachine() {
        double users = 8 * GIB / (2 * 3e3);
        assertThat(at(INDEX, Break.Why.MEMORY)).isCloseTo(users, within(0.005 * users));
        assertThat(silent(INDEX.replace("rows: users * 2 vector/user", "rows: 2M vector"), Break.Why.MEMORY))
                .isTrue();
    }

    @Test
    void linksCarryWhatTheyCarry() {
        String linked = INDEX.replace("rows: users * 2 vector/user", "rows: 2M vector")
                .replace("kind: index,", "kind: index, network: 1 MB/s,");
        double users = 2 * 1e6 / 3e3 * DAY; // two replicas, one row of 3 KB a request, one request a day
        assertThat(at(linked, Break.Why.NETWORK)).isCloseTo(users, within(0.005 * users));
        assertThat(silent(linked.replace("1 MB/s", "100 MB/s"), Break.Why.NETWORK))
                .isTrue();
    }

    @Test
    void shardsEachHoldAPart() {
        String sharded = INDEX.replace("kind: index,", "kind: index, shards: 8,");
        assertThat(at(sharded, Break.Why.MEMORY) / at(INDEX, Break.Why.MEMORY)).isCloseTo(8, within(1e-3));
    }

    @Test
    void replicasDoNotHelpASingleWriterAndShardsDo() {
        double users = Math.sqrt(70e3 * 400e3) * DAY / 100;
        assertThat(at(WRITES, Break.Why.WRITER)).isCloseTo(users, within(0.02 * users));
        assertThat(at(WRITES.replace("replicas: 3", "replicas: 9"), Break.Why.WRITER))
                .isCloseTo(users, within(0.02 * users));
        String sharded = WRITES.replace("replicas: 3", "shards: 2, replicas: 3");
        assertThat(at(sharded, Break.Why.WRITER)).isCloseTo(2 * users, within(0.04 * users));
        assertThat(silent(WRITES.replace("rate: users * 100 event/user/day", "rate: 3k event/s"), Break.Why.WRITER))
                .isTrue();
    }
}
