package dev.plumbline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import org.junit.jupiter.api.Test;

final class DrivingAssumptionTest {
    private static final String SEVERAL = """
            design: several
            assume:
              sessions: 5 session/user/day
              visits: 2 req/session
              users: 1M .. 3M user
              editors: 100 user
            workload:
              read: {rate: users * sessions * visits}
              look: {rate: users * sessions * visits * 10 %}
              edit: {rate: editors * 5 req/user/day}
            components: {server: {kind: service, time: 1 ms}}
            paths: {read: [server], look: [server], edit: [server]}
            """;

    private static String driving(String text) {
        return DrivingAssumption.of(Designs.read(text)).orElseThrow().name();
    }

    @Test
    void whatMostOfTheTrafficFollowsAndCountsThingsIsTaken() {
        assertThat(driving(SEVERAL)).isEqualTo("users");
        assertThat(DrivingAssumption.of(Designs.read(SEVERAL)).orElseThrow().drives())
                .containsExactly("read", "look");
    }

    @Test
    void whatGrowsComesBeforeWhatOnlyCounts() {
        String grows = SEVERAL.replace("5 session/user/day", "{value: 5 session/user/day, grows: 12 %/year}");
        assertThat(driving(grows)).isEqualTo("sessions");
    }

    @Test
    void aDesignThatAssumesNothingIsScaledByItsRate() {
        String bare = """
                design: bare
                workload: {ask: {rate: 30 req/s}}
                components: {server: {kind: service, time: 1 ms}}
                paths: {ask: [server]}
                """;
        assertThat(driving(bare)).isEqualTo("ask.rate");
    }

    @Test
    void growthOfAYearIsSpreadOverItsMonths() {
        String grows = SEVERAL.replace("5 session/user/day", "{value: 5 session/user/day, grows: 12 %/year}");
        Design design = Designs.read(grows);
        assertThat(DrivingAssumption.of(design).orElseThrow().monthly().orElseThrow())
                .isCloseTo(Math.pow(1.12, 1.0 / 12), within(1e-9));
    }

    @Test
    void aScaleIsTheSameInEveryWorld() {
        Design design = Designs.read(SEVERAL);
        DrivingAssumption by = DrivingAssumption.of(design).orElseThrow();
        DrivingAssumption scaled = DrivingAssumption.named(by.in(design, 7e6), "users");
        assertThat(scaled.now().isCertain()).isTrue();
        assertThat(scaled.now().median()).isEqualTo(7e6);
    }
}
