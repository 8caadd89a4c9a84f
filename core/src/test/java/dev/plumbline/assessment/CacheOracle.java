package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.caching.HitRate;
import dev.plumbline.caching.Popularity;
import dev.plumbline.caching.Refill;
import dev.plumbline.design.Design;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.simulation.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A cache whose hit rate follows from its keys, from the file to the requests that reach the store behind it.
final class CacheOracle {
    private static Design design(String cache) {
        return Designs.read(text(cache));
    }

    private static String text(String cache) {
        return """
            design: cached
            units: [load, search]
            workload:
              rank: {rate: 600 load/s, peak: 2}
              search: {rate: 400 search/s, peak: 3}
            components:
              near: {kind: cache, %s, concurrency: 64, time: 0.1 ms, behind: items}
              items: {kind: store, holds: stats, concurrency: 400, time: 5 ms}
            sources:
              clicks: {rate: 10 event/s, size: 100 B/event, keep: 1 day}
            data:
              stats: {from: clicks, rows: 1M row, size: 500 B/row, compute: stream, lag: 1 s}
            paths: {rank: [near], search: [near]}
            scenarios: {emptied: {flush: near, for: 2 min}}
            requirements: {survives: {must: p99 latency of rank <= 50 ms during emptied}}
            """.formatted(cache);
    }

    private static Valuation valued(Design design) {
        return Valuation.of(Assessor.estimated(design), new Worlds(1, 1));
    }

    /// Requests to the store for each to the cache, as simulated.
    private static double missed(Design design, Situation situation) {
        World world = ValuedWorld.all(valued(design)).getFirst();
        Result result = new Simulations(design, List.of(world), new Settings(1, 1, 200_000, 1), Progress.SILENT)
                .run(situation, Optional.empty(), Map.of())
                .worlds()
                .getFirst();
        return (double) result.station("items").visits()
                / result.station("near").visits();
    }

    @Test
    void keysAndBytesOfTheDataBehindGiveTheHitRateThatIsSimulated() {
        Design design = design("skew: 0.9, size: 100 MB");
        double hit = HitRate.lru(Popularity.zipf(1e6, 0.9), 200_000);
        assertThat(valued(design).value("near.hit", 0)).isCloseTo(hit, within(1e-12));
        assertThat(missed(design, new Situation.Peak())).isCloseTo(1 - hit, within(0.005));
    }

    @Test
    void aNumberOfKeysIsTakenAsItIs() {
        double hit = HitRate.lfu(Popularity.zipf(2e6, 1.1), 30_000);
        assertThat(valued(design("keys: 2M, skew: 1.1, size: 30k row, policy: lfu"))
                        .value("near.hit", 0))
                .isCloseTo(hit, within(1e-12));
    }

    @Test
    void aTimeToLiveCoversMoreRequestsAtThePeak() {
        Design design = design("skew: 0.9, ttl: 5 min");
        Popularity keys = Popularity.zipf(1e6, 0.9);
        double average = HitRate.ttl(keys, 1000, 300);
        double peak = HitRate.ttl(keys, 600 * 2 + 400 * 3, 300);
        assertThat(valued(design).value("near.hit", 0)).isCloseTo(average, within(1e-12));
        assertThat(peak).isGreaterThan(average + 0.05);
        assertThat(missed(design, new Situation.Average())).isCloseTo(1 - average, within(0.005));
        assertThat(missed(design, new Situation.Peak())).isCloseTo(1 - peak, within(0.005));
    }

    @Test
    void theSmallerOfSizeAndTimeToLiveDecides() {
        Popularity keys = Popularity.zipf(1e6, 0.9);
        assertThat(valued(design("skew: 0.9, size: 100k, ttl: 1 year")).value("near.hit", 0))
                .isCloseTo(HitRate.lru(keys, 100_000), within(1e-3));
        assertThat(valued(design("skew: 0.9, size: 900k, ttl: 1 min")).value("near.hit", 0))
                .isCloseTo(HitRate.ttl(keys, 1000, 60), within(1e-12));
    }

    @Test
    void aTimeToLiveBesideCountsChangesNothingAndSaysSo() {
        assertThat(Designs.warnings(text("skew: 0.9, size: 100k, policy: lfu, ttl: 1 min")))
                .containsExactly("\"ttl\" changes nothing beside \"policy: lfu\"");
        assertThat(Designs.warnings(text("skew: 0.9, size: 100k, policy: ttl, ttl: 1 min")))
                .containsExactly("\"size\" changes nothing beside \"policy: ttl\"");
        assertThat(Designs.warnings(text("skew: 0.9, size: 100k, policy: lru, ttl: 1 min")))
                .isEmpty();
    }

    @Test
    void anEmptiedCacheLetsThroughWhatItTakesToFillIt() {
        Design design = design("skew: 0.9, size: 100 MB");
        Situation emptied = Situation.named(design, "emptied").orElseThrow();
        Popularity keys = Popularity.zipf(1e6, 0.9);
        double warm = HitRate.lru(keys, 200_000);
        double requests = 120 * (600 * 2 + 400 * 3);
        double found = 0;
        for (int i = 0; i < 1000; i++) {
            found += Refill.lru(keys, 200_000).after(requests * (i + 0.5) / 1000) / 1000;
        }
        assertThat(found).isLessThan(warm - 0.1);
        assertThat(missed(design, emptied)).isCloseTo(1 - found, within(0.01));
    }

    @Test
    void aStoreThatIsFloodedMissesWhatItMeetsWhileItsCacheIsWarm() {
        String text = text("skew: 1, size: 300k").replace("concurrency: 400, time: 5 ms", "concurrency: 5, time: 5 ms");
        Settings settings = new Settings(1, 4, 20_000, 1);
        Verdict emptied = Designs.verdict(Designs.assess(text, settings), "survives");
        Verdict peak = Designs.verdict(Designs.assess(text.replace("during emptied", "at peak"), settings), "survives");
        assertThat(peak.status()).isEqualTo(Status.MET);
        assertThat(emptied.status()).isEqualTo(Status.MISSED);
    }

    @Test
    void howACacheOfUnknownKeysFillsIsNotMadeUp() {
        Verdict verdict = Designs.verdict(Designs.assess(text("hit: 80 %"), new Settings(1, 2, 2_000, 1)), "survives");
        assertThat(verdict.status()).isEqualTo(Status.NO_EVIDENCE);
        assertThat(verdict.reason()).contains("how \"near\" fills again depends on its keys");
    }
}
