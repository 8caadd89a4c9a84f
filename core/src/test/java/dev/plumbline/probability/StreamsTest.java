package dev.plumbline.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StreamsTest {
    /// Written down once: a change of these numbers changes every report of every seed.
    @Test
    void aStreamIsTheSameOnEveryMachineAndForEver() {
        var generator = new Streams(42).of("ranker", "service");
        assertThat(new long[] {generator.nextLong(), generator.nextLong()}).isEqualTo(RECORDED);
    }

    private static final long[] RECORDED = {-3585926527084215103L, 6160374772608991294L};

    @Test
    void namesPurposesSeedsAndSplitsGiveDifferentStreams() {
        var streams = new Streams(42);
        assertThat(new long[] {
                    streams.seedOf("a", "service"),
                    streams.seedOf("b", "service"),
                    streams.seedOf("a", "balance"),
                    streams.seedOf("as", "ervice"),
                    new Streams(43).seedOf("a", "service"),
                    streams.split(0).seedOf("a", "service"),
                    streams.split(1).seedOf("a", "service")
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void streamsOfDifferentNamesAreUncorrelated() {
        var one = new Streams(1).of("a", "service");
        var other = new Streams(1).of("b", "service");
        int n = 1_000_000;
        double product = 0;
        for (int i = 0; i < n; i++) {
            product += one.nextGaussian() * other.nextGaussian();
        }
        assertThat(product / n).isCloseTo(0, within(4 / Math.sqrt(n)));
    }

    @Test
    void restartedGeneratorsOfNeighbouringSeedsLookIndependent() {
        var generator = new Generator(0);
        int n = 1_000_000;
        double sum = 0;
        double product = 0;
        double before = 0;
        for (int i = 0; i < n; i++) {
            generator.restart(Generator.mixed(i));
            double x = generator.nextGaussian();
            sum += x;
            product += x * before;
            before = x;
        }
        assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
        assertThat(product / n).isCloseTo(0, within(4 / Math.sqrt(n)));
    }

    @Test
    void wholeNumbersBelowABoundAreEven() {
        var generator = new Generator(7);
        int[] counts = new int[6];
        for (int i = 0; i < 600_000; i++) {
            counts[generator.below(6)]++;
        }
        for (int count : counts) {
            assertThat((double) count).isCloseTo(100_000, within(1_300.0));
        }
    }
}
