package dev.plumbline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Status;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.workshop.Workshop.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoryTest {
    @ParameterizedTest
    @EnumSource(value = Story.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void aStoryReadsAndItsAsksEachBecomeARequirementWithAProposal(Story story) {
        Session begun = Session.of("it", story);
        assertThat(Held.WORKSHOP.read(begun)).isInstanceOf(Reading.Read.class);
        Session asked = Held.taken(begun, "asks", "ok");
        assertThat(asked.asks()).hasSizeGreaterThan(2);
        assertThat(asked.asks().keySet())
                .allSatisfy(name -> assertThat(Held.WORKSHOP.proposal(
                                asked, asked.question(name).orElseThrow()))
                        .as(name)
                        .hasValueSatisfying(proposal ->
                                assertThat(proposal.reasons()).noneMatch(reason -> reason.contains("<attribute>"))));
    }

    @ParameterizedTest
    @EnumSource(value = Story.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway, features: store, model",
                "door, writer",
                "api gateway, Vector index, llm",
                "only a service",
                "a, b: external, c: model, d: service"
            })
    void whatAPersonDescribesReads(String parts) {
        Session begun = Session.of("it", Story.OTHER);
        assertThat(Held.WORKSHOP.read(begun)).isInstanceOf(Reading.Read.class);
        Session described = Held.taken(
                Held.taken(Held.taken(Held.taken(begun, "called", "rate"), "events", "deeds"), "learned", "habits"),
                "parts",
                parts);
        assertThat(Workshop.design(described)).contains("\n  deeds:\n", "from: deeds\n", "paths:\n  rate: [");
        Session asked = Held.taken(described, "asks", "it must be fast");
        assertThat(Held.WORKSHOP.glance(asked).figures()).containsKeys("peak", "cost", "p99");
        assertThat(Workshop.design(Held.taken(asked, "latency", "ok")))
                .containsPattern("must: p9[59] latency of rate <= ");
    }

    @Test
    void aNameThatIsTakenIsToldAndNotTaken() {
        Session begun = Session.of("it", Story.OTHER);
        assertThat(Held.answer(begun, "called", "gateway"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(
                                        refused.findings().all().getFirst().what())
                                .isEqualTo("\"gateway\" is a path and a component"));
        assertThat(Held.answer(begun, "called", "rate")).isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void whatNobodySaidHasNoProposal() {
        Session begun = Session.of("it", Story.OTHER);
        assertThat(Held.WORKSHOP.proposal(begun, begun.question("owner").orElseThrow()))
                .isEmpty();
        assertThat(Held.answer(begun, "owner", "ok")).isInstanceOf(Outcome.Refused.class);
        assertThat(Held.WORKSHOP.proposal(begun, begun.question("parts").orElseThrow()))
                .contains(Proposal.of("gateway, features, model", ""));
    }

    @Test
    void aStoryIsFoundByItsWord() {
        assertThat(Story.named("support-agent")).contains(Story.SUPPORT_AGENT);
        assertThat(Story.named("none")).isEmpty();
        assertThat(Story.words()).hasSize(9).contains("fraud", "rag", "vision");
    }
}
