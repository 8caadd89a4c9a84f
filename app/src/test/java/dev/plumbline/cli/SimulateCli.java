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
}
