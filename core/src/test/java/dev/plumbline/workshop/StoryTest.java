package dev.plumbline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Status;
import dev.plumbline.design.DesignReader.Reading;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StoryTest {
    @ParameterizedTest
    @EnumSource(Story.class)
    void aStoryReadsAndItsAsksEachBecomeARequirementWithAProposal(Story story) {
        Session begun = Session.of("it", story);
        assertThat(Held.WORKSHOP.read(begun)).isInstanceOf(Reading.Read.class);
        Session asked = Held.taken(begun, "asks", "ok");
        assertThat(asked.asks()).hasSizeGreaterThan(2);
        assertThat(asked.asks().keySet())
                .allSatisfy(name -> assertThat(Held.WORKSHOP.proposal(
                                asked, asked.question(name).orElseThrow()))
                        .as(name)
                        .isPresent());
    }

    @ParameterizedTest
    @EnumSource(Story.class)
    @Tag("slow")
    void aStoryThatIsAgreedToIsMetWhereItCanBeJudgedAndFullyConfirmed(Story story) {
        Session session = Held.to(Session.of("it", story), Map.of(), "ok");
        assertThat(Held.WORKSHOP.read(session))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.findings().all()).isEmpty());
        assertThat(Workshop.design(session)).doesNotContain("not confirmed", "open:");
        Glance glance = Held.WORKSHOP.glance(session);
        assertThat(glance.figures()).containsKeys("peak", "cost", "busiest", "p99");
        assertThat(glance.statuses()).hasSizeGreaterThan(8);
        assertThat(glance.statuses().values()).contains(Status.MET).doesNotContain(Status.UNMEASURABLE);
    }

    @Test
    void aStoryIsFoundByItsWord() {
        assertThat(Story.named("support-agent")).contains(Story.SUPPORT_AGENT);
        assertThat(Story.named("none")).isEmpty();
        assertThat(Story.words()).hasSize(8).contains("fraud", "rag", "vision");
    }
}
