package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Glyphs;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ScenarioTableTest {
    private static String table(String scenario, int width) {
        return new ScenarioTable(width, Palette.PLAIN, java.util.Map.of())
                .of(Objects.requireNonNull(Samples.scenarios().get(scenario)));
    }

    @Test
    void aPathShowsItsLatencyAndHowItsRequestsEnded() {
        assertThat(table("peak", 80)).startsWith("""
            rank at peak · 100k requests
              mean  41.0 ms  (35.0 … 52.0)
              p50   32.0 ms  (28.0 … 40.0)
              p90   85.0 ms  (70.0 … 110.0)
              p95   110 ms   (90 … 150)
              p99   184 ms   (131 … 260)
              p999  310 ms   (240 … 520)
              answered 99 %, by fallback 0.6 %, shed 0.4 %

            """);
    }

    @Test
    void componentsStandInColumns() {
        assertThat(table("peak", 80)).endsWith("""
            at peak  requests     busy             waiting  batch  offered
            gateway  12.3k req/s  11 %  (8 … 17)   10.0 us         11 %
            ranker   1213 req/s   91 %  (80 … 97)  12.3 ms  12.4   91 %
            """);
    }

    @Test
    void aSaturatedPathShowsNoPercentileOfWhatHappenedToFinish() {
        assertThat(table("launch", 80))
                .contains("grows without bound: ranker is asked for 1.3x of its capacity")
                .doesNotContain("p99");
    }

    @Test
    void columnsThatDoNotFitAreLeftOut() {
        assertThat(table("peak", 40).lines())
                .allSatisfy(line -> assertThat(Glyphs.cells(line)).isLessThanOrEqualTo(40));
    }
}
