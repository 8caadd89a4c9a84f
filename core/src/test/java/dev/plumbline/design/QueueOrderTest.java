package dev.plumbline.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An order of a queue that nothing gives a meaning to is said to have no effect.
final class QueueOrderTest {
    private static final String DESIGN = """
            design: orders
            workload: {ask: {rate: 1 req/s%s}}
            components: {server: {kind: service, time: 1 ms, queue: {order: %s}}}
            paths: {ask: [{call: server%s}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | priority | '' | no path has a \"priority\"",
                "', priority: 1' | fifo | '' | no queue is served by priority",
                "'' | deadline | '' | no call has a \"timeout\""
            })
    void anOrderWithoutWhatItGoesByIsAWarning(String workload, String order, String call, String why) {
        assertThat(Designs.read(DESIGN.formatted(workload, order, call))
                        .findings()
                        .all())
                .singleElement()
                .satisfies(found -> assertThat(found.rule()).isEqualTo("design.no-effect"))
                .satisfies(found -> assertThat(found.what()).contains(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "', priority: 1' | priority | ''",
                "'' | deadline | ', timeout: 1 s'",
                "'' | fifo | ''",
                "'' | lifo | ''"
            })
    void anOrderThatMeansSomethingIsNot(String workload, String order, String call) {
        assertThat(Designs.read(DESIGN.formatted(workload, order, call))
                        .findings()
                        .all())
                .isEmpty();
    }
}
