package dev.plumbline.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A time per byte needs a time that it adds to, and requests of a size.
final class PerByteTest {
    private static final String DESIGN = """
            design: bytes
            workload: {ask: {rate: 1 req/s%s}}
            components: {server: {kind: service, %s}}
            paths: {ask: [server]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 'time: 1 ms, per-byte: 5 us/KiB' | no path that comes here says how large",
                "', request: 4 KiB/req' | 'batch: {max: 8, time: 1 ms}, per-byte: 5 us/KiB' "
                        + "| a component without a time of its own for each request"
            })
    void aTimePerByteThatCountsNothingIsAWarning(String workload, String served, String why) {
        assertThat(Designs.read(DESIGN.formatted(workload, served)).findings().all())
                .singleElement()
                .satisfies(found -> assertThat(found.rule()).isEqualTo("design.no-effect"))
                .satisfies(found -> assertThat(found.what()).contains(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "', request: 4 KiB/req' | 'time: 1 ms, per-byte: 5 us/KiB'",
                "', request: {p50: 4 KiB/req, p99: 200 KiB/req}' | 'time: 1 ms, per-byte: 1 .. 5 ns/B'",
                "', request: 4 KiB/req' | 'time: 1 ms'"
            })
    void oneThatCountsIsNot(String workload, String served) {
        assertThat(Designs.read(DESIGN.formatted(workload, served)).findings().all())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5 us | 5 us/KiB", "5 KiB/s | 5 us/KiB", "{p50: 1 us/KiB, p99: 5 us/KiB} | is a mapping"})
    void whatIsNoTimePerByteIsRefused(String written, String said) {
        var found = Designs.read(DESIGN.formatted(", request: 4 KiB/req", "time: 1 ms, per-byte: " + written))
                .findings()
                .all();
        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().toString()).contains(said);
    }
}
