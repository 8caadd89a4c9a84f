package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import java.time.Duration;
import java.util.BitSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Some worlds show what they show among all of them.
final class GlanceTest {
    private static final Settings SETTINGS = new Settings(3, 16, 1_000, 1);
    private static final Set<String> IDS = Set.of("quick", "answered", "cheap");

    private static Design design(String users) {
        return Designs.read("""
            design: glance
            assume: {users: %s}
            workload: {ask: {rate: users * 40 req/user/day}}
            components: {server: {kind: service, time: {exponential: 1 ms}, queue: {limit: 50}, price: 10 USD/month}}
            paths: {ask: [server]}
            requirements:
              quick: {must: p95 latency of ask <= 12 ms}
              answered: {must: success of ask >= 99 %%}
              cheap: {must: cost <= 20 USD/month}
            """.formatted(users));
    }

    private static Glance glance(Design design, int... worlds) {
        BitSet some = new BitSet();
        for (int world : worlds) {
            some.set(world);
        }
        return new Assessor(SETTINGS, Progress.SILENT, () -> Duration.ZERO).glance(design, IDS, some);
    }

    private static Glance all(Design design) {
        return glance(
                design, java.util.stream.IntStream.range(0, SETTINGS.worlds()).toArray());
    }

    @Test
    void someWorldsAreWhatTheyAreAmongAll() {
        Design design = design("1M .. 4M user");
        Glance all = all(design);
        Glance some = glance(design, 2, 3, 7, 11, 14);
        assertThat(all.met().getOrDefault("quick", new BitSet()).cardinality()).isBetween(3, 13);
        all.met().forEach((id, met) -> {
            BitSet expected = (BitSet) met.clone();
            expected.and(some.worlds());
            assertThat(some.met()).containsEntry(id, expected);
        });
        assertThat(some.requests()).isLessThan(all.requests());
        assertThat(some.verdicts()).isEmpty();
    }

    @Test
    void allWorldsGiveTheVerdictsOfATrial() {
        Design design = design("1M .. 4M user");
        Trial trial = new Assessor(SETTINGS, Progress.SILENT, () -> Duration.ZERO)
                .trial(design, new Trial.Scope.Among(Set.of("quick", "answered")));
        assertThat(all(design).verdicts()).isEqualTo(trial.verdicts());
    }

    @Test
    void whatNothingSimulatesIsLeftOut() {
        assertThat(all(design("1M .. 4M user")).met()).containsOnlyKeys("quick", "answered");
    }

    @Test
    void whereNothingIsUnknownOneRunStandsForAllWorlds() {
        Design design = design("1.9M user");
        assertThat(glance(design, 4).worlds().cardinality()).isEqualTo(SETTINGS.worlds());
        assertThat(glance(design, 4).met()).isEqualTo(all(design).met());
    }
}
