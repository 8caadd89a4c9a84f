package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.queueing.MarkovQueue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkTest {
    @ParameterizedTest
    @ValueSource(strings = {"mm1", "mm8", "feed"})
    void everyBenchmarkRuns(String network) {
        var benchmark = new EngineBenchmark();
        benchmark.network = network;
        benchmark.build();
        assertThat(benchmark.request().requests()).isEqualTo(500_000);
    }

    @Test
    void aLanguageModelIsSimulatedWithoutAllocatingForARequest() {
        var bytes = new ByteArrayOutputStream();
        SideBySide.alone("writer", Networks.writer(), 20_000, 1, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String printed = bytes.toString(StandardCharsets.UTF_8);
        var allocated = Pattern.compile("([0-9.]+) bytes allocated a request").matcher(printed);
        assertThat(allocated.find()).isTrue();
        assertThat(Double.parseDouble(allocated.group(1))).isLessThan(4);
    }

    @Test
    void allWaysAreShownSideBySideAndAgree() {
        double exact = new MarkovQueue(1, 1, 2).sojournQuantile(0.99);
        var bytes = new ByteArrayOutputStream();
        DesignQueue design = DesignQueue.of("""
                design: mm2
                workload: {queue: {rate: 1 req/s}}
                components: {server: {kind: service, concurrency: 2, time: {exponential: 1 s}}}
                paths: {queue: [server]}
                """);
        SideBySide.compare(
                "M/M/2", design, 2, 0.5, exact, 200_000, 1, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertThat(printed).contains("from a design file", "engine", "event loop by hand", "recursion by hand", "SSJ");
        for (String line : printed.lines().skip(1).toList()) {
            double p99 = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            assertThat(p99).isBetween(0.95 * exact, 1.05 * exact);
        }
    }
}
