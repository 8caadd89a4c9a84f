package dev.plumbline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BreaksTest {
    private static final Sentence MUST = Designs.read("""
            design: any
            workload: {ask: {rate: 1 req/s}}
            components: {server: {kind: service, time: 1 ms}}
            paths: {ask: [server]}
            requirements: {quick: {must: p95 latency of ask <= 20 ms}}
            """).requirements().stream()
            .map(Requirement::must)
            .findFirst()
            .orElseThrow()
            .orElseThrow();

    private static Curve curve(double... chances) {
        List<Curve.Point> points = java.util.stream.IntStream.range(0, chances.length)
                .mapToObj(i -> new Curve.Point(Math.pow(10, i), chances[i], Optional.empty(), "", Optional.empty()))
                .toList();
        return new Curve("quick", "p95 latency of ask", "<= 20 ms", points, Breaks.of(MUST, points));
    }

    @Test
    void aChanceThatFallsOnceIsOneBreak() {
        Curve curve = curve(1, 1, 0.7, 0.3, 0);
        assertThat(curve.isMonotone()).isTrue();
        Break only = curve.breaks().getFirst();
        assertThat(only.turn()).isEqualTo(Break.Turn.STOPS);
        assertThat(only.at()).isCloseTo(Math.pow(10, 2.5), within(1e-9));
        assertThat(only.low()).isCloseTo(Math.pow(10, 1.5), within(1e-9));
        assertThat(only.high()).isCloseTo(Math.pow(10, 3.5), within(1e-9));
    }

    @Test
    void aChanceThatFallsAndRisesIsSaidToTurnTwice() {
        Curve curve = curve(1, 0.2, 0.9, 1);
        assertThat(curve.isMonotone()).isFalse();
        assertThat(curve.first()).hasSize(1);
        assertThat(curve(0, 1, 0, 1).first())
                .extracting(Break::turn)
                .containsExactly(Break.Turn.STARTS, Break.Turn.STOPS);
        assertThat(curve.breaks()).extracting(Break::turn).containsExactly(Break.Turn.STOPS, Break.Turn.STARTS);
    }

    @Test
    void anEndBeyondTheRangeIsLeftOpen() {
        Break only = curve(0.8, 0.3).breaks().getFirst();
        assertThat(only.low()).isZero();
        assertThat(only.high()).isInfinite();
    }

    @Test
    void theChanceBetweenTwoScalesLiesOnALineOverTheLogarithm() {
        assertThat(curve(1, 0.5, 0).chance(Math.sqrt(10))).isCloseTo(0.75, within(1e-12));
    }
}
