package dev.plumbline.smell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UntoldTest {
    private static final Design FULL = Designs.read("""
            design: full
            owner: team
            workload: {ask: {rate: 1000 req/s}}
            components:
              server: {kind: service, concurrency: 2, time: 10 ms}
            paths:
              ask: [server]
            requirements:
              quick: {must: p99 latency of ask <= 200 ms at peak over 28 day, measured: {at: server, by: t}, else: {do: page}}
              open: {ask: "It should always be fast"}
            """);

    private static Diagnostic told(String rule, Place place) {
        return new Diagnostic(Severity.WARNING, rule, place, "what", "why", "mend");
    }

    private static Place requirement(String id) {
        return FULL.requirements().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .place();
    }

    private static Place server() {
        return FULL.components().values().iterator().next().place();
    }

    private static List<String> beside(Diagnostic... told) {
        return Smells.beside(FULL, List.of(told)).stream()
                .map(each -> each.severity() + " " + each.rule())
                .toList();
    }

    @Test
    void withNothingToldAllIsSaid() {
        assertThat(Smells.beside(FULL, List.of())).isEqualTo(Smells.of(FULL));
        assertThat(beside())
                .contains("ERROR feasible.saturation", "WARNING ask.absolute", "WARNING ask.vague-quality")
                .anyMatch(each -> each.startsWith("HINT missing."));
    }

    @Test
    void whatASimulationExplainsAtThatComponentIsNotSaidAgain() {
        assertThat(beside(told("latency.saturation", server()))).doesNotContain("ERROR feasible.saturation");
    }

    @Test
    void anotherCauseOrAnotherPlaceLeavesItStanding() {
        assertThat(beside(told("latency.pauses", server()))).contains("ERROR feasible.saturation");
        assertThat(beside(told("latency.saturation", requirement("quick")))).contains("ERROR feasible.saturation");
    }

    @Test
    void ofAnAskThatIsToldUnmeasurableWhatItLacksIsLeftOutAndItsWordsAreHints() {
        assertThat(beside(told("requirement.unmeasurable", requirement("open"))))
                .contains("HINT ask.absolute", "HINT ask.vague-quality")
                .noneMatch(each -> each.contains(" missing."));
    }

    @Test
    void aPathThatNobodyAsksForIsToldOnce() {
        Design idle = Designs.read("""
                design: idle
                workload: {ask: {rate: 1 req/s}}
                components:
                  server: {kind: service, time: 10 ms}
                paths:
                  ask: [server]
                  other: [server]
                requirements:
                  quick: {must: p99 latency of other <= 200 ms}
                """);
        assertThat(Smells.beside(idle, List.of())).extracting(Diagnostic::rule).contains("trace.orphan-requirement");
        Place path =
                Optional.ofNullable(idle.paths().get("other")).orElseThrow().place();
        assertThat(Smells.beside(idle, List.of(told("design.unasked-path", path))))
                .extracting(Diagnostic::rule)
                .doesNotContain("trace.orphan-requirement");
    }
}
