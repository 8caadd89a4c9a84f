package dev.plumbline.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefillOracle {
    private static final int KEYS = 2_000;

    @ParameterizedTest
    @CsvSource({"200, 0.7", "1000, 1", "200, 1.3"})
    void anEmptiedCacheFillsAsOneThatIsAskedOneRequestAfterTheOther(int entries, double skew) {
        double[] seen = new RequestStream(KEYS, skew).hitsFromEmpty(entries, 4096, 400);
        Refill refill = Refill.lru(Popularity.zipf(KEYS, skew), entries);
        for (int from = 16; from < 4096; from *= 2) {
            double ours = 0;
            double theirs = 0;
            for (int i = from; i < 2 * from; i++) {
                ours += refill.after(i) / from;
                theirs += seen[i] / from;
            }
            assertThat(ours).isCloseTo(theirs, within(0.015));
        }
    }

    @Test
    void whatIsInterpolatedIsCloseToWhatIsComputed() {
        Popularity keys = Popularity.zipf(1e8, 0.9);
        Refill refill = Refill.lru(keys, 1e6);
        for (double seen = 1.3; seen < 1e7; seen *= 3.7) {
            double requests = seen;
            double exact = keys.mean(share -> -Math.expm1(-share * requests));
            assertThat(refill.after(seen)).isCloseTo(Math.min(refill.warm(), exact), within(0.001));
        }
    }

    @Test
    void everyPolicyStartsAtNothingAndEndsWarm() {
        Popularity keys = Popularity.zipf(1e6, 0.9);
        for (Refill refill : new Refill[] {
            Refill.lru(keys, 1e4),
            Refill.lfu(keys, 1e4),
            Refill.ttl(keys, 1000, 60),
            Refill.lruWithTtl(keys, 1e4, 1000, 60)
        }) {
            assertThat(refill.after(0)).isZero();
            assertThat(refill.after(1)).isLessThan(0.1);
            assertThat(refill.hits()).isSorted();
            assertThat(refill.after(1e12)).isEqualTo(refill.warm());
            double half = refill.requestsUntil(0.5);
            assertThat(refill.after(half)).isCloseTo(refill.warm() / 2, within(0.1 * refill.warm()));
        }
        assertThat(Refill.lru(keys, 1e4).warm()).isEqualTo(HitRate.lru(keys, 1e4));
        assertThat(Refill.lfu(keys, 1e4).warm()).isEqualTo(HitRate.lfu(keys, 1e4));
        assertThat(Refill.ttl(keys, 1000, 60).warm()).isCloseTo(HitRate.ttl(keys, 1000, 60), within(1e-12));
    }

    @Test
    void aCacheThatHoldsEverythingFillsWithoutAnEnd() {
        Refill refill = Refill.lru(Popularity.zipf(1000, 1), 5000);
        assertThat(refill.warm()).isEqualTo(1);
        assertThat(refill.after(1e5)).isGreaterThan(0.999);
    }
}
