package dev.plumbline.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShardsReaderTest {
    private static final String DESIGN = """
            design: shards
            workload: {ask: {rate: 1 req/s}}
            components:
              api: {kind: service, time: 1 ms}
              store: {kind: %s, time: 1 ms, %s}
            paths: {ask: [api, store]}
            """;

    @Test
    void aStoreIsSplitByKeyAndSaysWhatItsCallersKeepOpen() {
        var read =
                Designs.read(DESIGN.formatted("store", "shards: 4, connections: {most: 100, from: [api], each: 20}"));
        assertThat(read.findings().all()).isEmpty();
        Component store = Optional.ofNullable(
                        ((DesignReader.Reading.Read) read).design().components().get("store"))
                .orElseThrow();
        assertThat(store.shards()).map(Amount::name).contains("store.shards");
        assertThat(store.connections().orElseThrow().from()).containsExactly("api");
    }

    @Test
    void aServiceHasNoKeyToBeSplitBy() {
        assertThat(Designs.read(DESIGN.formatted("service", "shards: 4"))
                        .findings()
                        .all())
                .singleElement()
                .satisfies(found -> assertThat(found.rule()).isEqualTo("design.no-effect"))
                .satisfies(found -> assertThat(found.what()).contains("\"shards\" changes nothing"));
    }

    @Test
    void whoKeepsConnectionsIsAComponent() {
        assertThat(Designs.read(DESIGN.formatted("store", "connections: {most: 100, from: apy, each: 20}"))
                        .findings()
                        .all())
                .singleElement()
                .satisfies(found -> assertThat(found.rule()).isEqualTo("design.unknown-name"))
                .satisfies(found -> assertThat(found.mend()).contains("api"));
    }
}
