package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The nodes of all shards serve side by side.
final class ShardedTest {
    private static Trial look(String how) {
        return new Assessor(new Settings(3, 4, 2_000, 1), Progress.SILENT, () -> Duration.ZERO)
                .trial(Designs.read("""
                        design: sharded
                        assume: {load: 300 .. 500 req/s}
                        workload: {ask: {rate: load}}
                        components: {store: {kind: store, %s, time: {exponential: 10 ms}}}
                        paths: {ask: [store]}
                        requirements: {quick: {must: p99 latency of ask <= 100 ms}}
                        """.formatted(how)), new Trial.Scope.All());
    }

    @Test
    void fourShardsOfTwoNodesServeAsEightNodesDo() {
        assertThat(look("shards: 4, replicas: 2").verdict("quick").orElseThrow().value())
                .isEqualTo(look("replicas: 8").verdict("quick").orElseThrow().value())
                .isNotEqualTo(look("replicas: 2").verdict("quick").orElseThrow().value());
    }
}
