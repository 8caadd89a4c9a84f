package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SimulateCli {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aDesign() throws IOException {
        Tiny.in(folder, "200 ms");
    }

    private Said simulate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("simulate", "--worlds", "4", "--requests", "2000"));
        all.addAll(List.of(arguments));
        return Said.by(folder, all.toArray(String[]::new));
    }

    @Test
    void thePeakIsShownPathByPathAndComponentByComponent() {
        Said said = simulate();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("tiny")
                .contains("ask at peak · ", "  p99 ", "answered 100 %", "at peak  requests");
    }

    /// Of a path that is asked for once in a thousand times a run has a handful: their slowest is no p99.
    @Test
    void theMostAskedForPathComesFirstAndARareOneHasNoTail() throws IOException {
        Files.writeString(
                folder.resolve("design.yaml"),
                Tiny.DESIGN
                        .replace("TARGET", "200 ms")
                        .replace("workload:\n", "workload:\n  again: {rate: visitors * 0.8 req/user/day, peak: 2}\n")
                        .replace("paths:\n", "paths:\n  again: [server]\n"));
        String out = simulate().out();
        assertThat(out.indexOf("ask at peak")).isPositive().isLessThan(out.indexOf("again at peak"));
        assertThat(out.substring(0, out.indexOf("again at peak"))).doesNotContain("too few requests");
        assertThat(out.substring(out.indexOf("again at peak")))
                .containsPattern("p50 +[0-9.]+ ms")
                .containsPattern("p99 +- +too few requests");
    }

    @Test
    void everyArrivalOfTheJsonHasOneEnd() {
        JsonNode path = new JsonMapper()
                .readTree(simulate("--format", "json", "--scenario", "average").out())
                .at("/paths/ask");
        long ends = 0;
        for (String end : List.of("answered", "fallback", "timedOut", "shed", "failed", "running")) {
            ends += path.at("/" + end).longValue();
        }
        assertThat(path.at("/requests").longValue()).isPositive().isEqualTo(ends);
    }

    @Test
    void anUnknownScenarioOrPathOffersTheNearest() {
        assertThat(simulate("--scenario", "peek"))
                .isEqualTo(new Said(2, "", "error: there is no scenario \"peek\"\nhint: did you mean \"peak\"?\n"));
        assertThat(simulate("--path", "aks"))
                .isEqualTo(new Said(2, "", "error: there is no path \"aks\"\nhint: did you mean \"ask\"?\n"));
    }

    @Test
    void aDesignAtWhichNothingArrivesIsToldKindly() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), "design: idle\n");
        Said said = simulate();
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("error: nothing arrives: \"idle\" has no workload\nhint: ");
    }

    private static final String FLUSHED = """
            design: flushed
            workload: {read: {rate: 200 req/s}}
            components:
              near: {kind: cache, keys: 20k, skew: 1, size: 6k, concurrency: 64, time: 0.2 ms, behind: store}
              store: {kind: store, concurrency: 4, time: {p50: 4 ms, p99: 15 ms}}
            paths: {read: [near]}
            scenarios:
              deploy: {flush: near, for: 10 min}
              cut: {partition: [near, store], for: 10 min}
            """;

    @Test
    void aScenarioIsToldMinuteByMinute() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), FLUSHED);
        assertThat(simulate("--scenario", "deploy").out())
                .contains("what happens when", "near misses", "  0 min ", "  9 min ", "  12 min ");
        JsonNode course = new JsonMapper()
                .readTree(simulate("--format", "json", "--scenario", "deploy").out())
                .at("/course");
        assertThat(course.at("/seconds").doubleValue()).isEqualTo(60);
        assertThat(course.at("/during").intValue()).isEqualTo(10);
        assertThat(course.at("/paths/read").size()).isEqualTo(13);
        assertThat(course.at("/missed/near/0").doubleValue())
                .isGreaterThan(course.at("/missed/near/12").doubleValue() + 0.05);
    }

    @Test
    void whatNothingSimulatesIsNotLeftOut() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), FLUSHED);
        assertThat(simulate("--scenario", "cut")).isEqualTo(new Said(2, "", """
                        error: "cut" cannot be simulated: a partition is not simulated yet
                        hint: simulate one that loads, kills, slows or flushes
                        """));
    }
}
