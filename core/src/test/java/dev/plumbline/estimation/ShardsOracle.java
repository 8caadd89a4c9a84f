package dev.plumbline.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import org.junit.jupiter.api.Test;

/// Shards and connections by hand.
final class ShardsOracle {
    private static final double MONTH = 30.4375 * 86_400;

    private static Valuation value(String how) {
        Design design = Designs.read("""
            design: shards
            units: [event]
            workload: {ask: {rate: 300 req/s, peak: 2}}
            components:
              api: {kind: service, replicas: 7, concurrency: 8, time: 1 ms, price: 1 USD/month}
              store: {kind: store, engine: redis, holds: profile, %s, concurrency: 5, time: 20 ms, price: 10 USD/month,
                      on: cache.r7g.large, connections: {most: 400, from: api, each: 20}}
            paths: {ask: [api, store]}
            sources: {clicks: {rate: 900 event/s}}
            data: {profile: {from: clicks, key: user, rows: 1M user, size: 1 KB/user, compute: stream}}
            """.formatted(how));
        Checked checked = Checker.check(Estimates.of(design).sheet());
        assertThat(checked.findings()).isEmpty();
        return Valuation.of(checked, new Worlds(8, 1));
    }

    private static double ratio(String figure) {
        return value("shards: 3, replicas: 2").spread(figure).median()
                / value("replicas: 2").spread(figure).median();
    }

    @Test
    void threeShardsOfTwoNodesAreSixNodes() {
        Valuation sharded = value("shards: 3, replicas: 2");
        assertThat(sharded.spread("cost").median() * MONTH).isCloseTo(7 + 6 * 10, within(1e-6));
        assertThat(sharded.spread("store.peak_busy").median()).isCloseTo(600 * 0.020 / (6 * 5), within(1e-12));
        assertThat(sharded.spread("profile.storage").median()).isCloseTo(2e9, within(1.0));
    }

    @Test
    void aNodeHoldsAndTakesAThird() {
        assertThat(ratio("store.memory_used")).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(ratio("store.writes_used")).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(ratio("store.reads_used")).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void eachReplicaKeepsItsConnectionsToEachNode() {
        assertThat(value("replicas: 2").spread("store.connections").median()).isEqualTo(140);
        assertThat(value("shards: 3, replicas: 2")
                        .spread("store.connections_used")
                        .median())
                .isCloseTo(0.35, within(1e-12));
    }
}
