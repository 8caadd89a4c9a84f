package dev.plumbline.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HitRateOracle {
    private static final int KEYS = 20_000;
    private static final int REQUESTS = 400_000;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.8, 1, 1.3, 2.5})
    void sumsOverAllKeysAgreeWithAddingThemUp(double skew) {
        int keys = 1_000_000;
        Popularity popularity = Popularity.zipf(keys, skew);
        double[] weights = IntStream.rangeClosed(1, keys)
                .mapToDouble(i -> Math.pow(i, -skew))
                .toArray();
        double total = IntStream.range(0, keys).mapToDouble(i -> weights[i]).sum();
        double stays = 50_000;
        double direct = IntStream.range(0, keys)
                .mapToDouble(i -> weights[i] / total)
                .map(share -> share * -Math.expm1(-share * stays))
                .sum();
        assertThat(popularity.sum(share -> 1)).isCloseTo(keys, within(1e-6 * keys));
        assertThat(popularity.mean(share -> -Math.expm1(-share * stays))).isCloseTo(direct, within(1e-6));
        double first = IntStream.range(0, 5_000).mapToDouble(i -> weights[i]).sum() / total;
        assertThat(popularity.shareOfFirst(5_000)).isCloseTo(first, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 0.5", "3, 2, 1", "4, 1, 1", "4, 2, 0.8", "4, 3, 0.8", "4, 2, 1.5"})
    void theApproximationOfLruIsWithinTwoPointsOfTheExactFormulaForThreeAndFourKeys(
            int keys, int entries, double skew) {
        double exact = new RequestStream(keys, skew).exactLru(entries);
        assertThat(HitRate.lru(Popularity.zipf(keys, skew), entries)).isCloseTo(exact, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"200, 0.7", "2000, 0.7", "2000, 1", "10000, 1", "2000, 1.4"})
    void lruAgreesWithACacheThatIsAskedOneRequestAfterTheOther(int entries, double skew) {
        double seen = new RequestStream(KEYS, skew).lru(entries, 1, Double.POSITIVE_INFINITY, REQUESTS);
        assertThat(HitRate.lru(Popularity.zipf(KEYS, skew), entries)).isCloseTo(seen, within(0.003));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.7", "20, 0.7", "20, 1.2", "60, 0.9"})
    void ttlAgreesWithACacheThatIsAskedOneRequestAfterTheOther(double seconds, double skew) {
        double seen = new RequestStream(KEYS, skew).lru(KEYS, 1000, seconds, REQUESTS);
        assertThat(HitRate.ttl(Popularity.zipf(KEYS, skew), 1000, seconds)).isCloseTo(seen, within(0.003));
    }

    @ParameterizedTest
    @CsvSource({"1000, 2, 0.9", "1000, 4, 0.9", "1000, 10, 0.9", "4000, 30, 0.7", "4000, 60, 1.1"})
    void bothLimitsTogetherAreNoMoreThanFivePointsTooHigh(int entries, double seconds, double skew) {
        double seen = new RequestStream(KEYS, skew).lru(entries, 1000, seconds, REQUESTS);
        double ours = HitRate.lruWithTtl(Popularity.zipf(KEYS, skew), entries, 1000, seconds);
        assertThat(ours).isBetween(seen - 0.003, seen + 0.05);
    }

    @ParameterizedTest
    @CsvSource({"200, 0.7", "2000, 1", "2000, 1.4"})
    void lfuAgreesWithACacheThatHasCountedForLong(int entries, double skew) {
        // Ranks near the edge of the cache are told apart only by very long counts, and hardly matter.
        double seen = new RequestStream(KEYS, skew).lfu(entries, REQUESTS);
        assertThat(HitRate.lfu(Popularity.zipf(KEYS, skew), entries)).isCloseTo(seen, within(0.02));
    }

    @Test
    void equalKeysAreKeptInProportion() {
        Popularity equal = Popularity.zipf(1e6, 0);
        assertThat(HitRate.lru(equal, 25e4)).isCloseTo(0.25, within(1e-9));
        assertThat(HitRate.lfu(equal, 25e4)).isCloseTo(0.25, within(1e-9));
        // A request for a key comes every 1000 s; of a life of 500 s half a request is answered for each one brought
        // in.
        assertThat(HitRate.ttl(equal, 1000, 500)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(HitRate.ttlEntries(equal, 1000, 500)).isCloseTo(1e6 / 3, within(1.0));
    }

    @Test
    void tenBillionKeysTakeNoLongerThanTenMilliseconds() {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 20; i++) {
            long before = System.nanoTime();
            double hit = HitRate.lru(Popularity.zipf(1e10, 0.9), 1e8 + i);
            best = Math.min(best, (System.nanoTime() - before) / 1e6);
            assertThat(hit).isBetween(0.4, 0.8);
        }
        assertThat(best).isLessThan(10);
    }

    @Test
    void aCacheThatHoldsEverythingOrNothingSaysSo() {
        Popularity keys = Popularity.zipf(1000, 0.8);
        assertThat(HitRate.lru(keys, 1000)).isEqualTo(1);
        assertThat(HitRate.lru(keys, 999.999)).isCloseTo(1, within(1e-3));
        assertThat(HitRate.lru(keys, 0)).isZero();
        assertThat(HitRate.ttl(keys, 10, 0)).isZero();
        assertThat(HitRate.lfu(keys, 0)).isZero();
        assertThat(HitRate.lruWithTtl(keys, 10, 10, Double.POSITIVE_INFINITY)).isEqualTo(HitRate.lru(keys, 10));
    }
}
