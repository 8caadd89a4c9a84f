package dev.plumbline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.workshop.Workshop.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkshopTest {
    private static final Session BEGUN = Session.of("pay", Story.FRAUD);

    private static final Session ASKED =
            Held.taken(BEGUN, "asks", "fast and always up; it has to be fair to every country");

    @Test
    void theStagesFillThe45Minutes() {
        assertThat(Arrays.stream(Stage.values()).mapToInt(Stage::minutes).sum()).isEqualTo(Stage.MINUTES);
        assertThat(Stage.RUN.until()).isEqualTo(45);
        assertThat(Arrays.stream(Stage.values()).map(Stage::number)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void everyQuestionHasANameOfItsOwnAndAReason() {
        List<Question> agenda = ASKED.agenda();
        assertThat(agenda).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(agenda).extracting(Question::stage).isSorted().contains(Stage.values());
        assertThat(agenda).allSatisfy(each -> assertThat(each.why()).isNotBlank());
    }

    @Test
    void theDesignReadsBeforeTheFirstAnswerAndHoldsNothingThatNobodySaid() {
        assertThat(Held.WORKSHOP.read(BEGUN)).isInstanceOf(Reading.Read.class);
        assertThat(Workshop.design(BEGUN))
                .contains("value: 3 .. 5  # from the story, not confirmed yet\n")
                .doesNotContain("requirements:", "task:", "privacy:", "decisions:");
    }

    @Test
    void anAskIsCutIntoRequirementsThatKeepItsWords() {
        assertThat(Workshop.design(ASKED)).contains("""
                requirements:
                  latency:
                    ask: "fast"
                  availability:
                    ask: "always up"
                  fairness:
                    ask: "it has to be fair to every country"
                """);
    }

    @Test
    void whatIsProposedForAnAskIsComputedFromTheDesignAndTheStoryStandsBeside() {
        Session session = Held.taken(Held.taken(ASKED, "latency", "skip"), "payments", "86.4M payment/day");
        Proposal proposal = Held.WORKSHOP
                .proposal(
                        Held.taken(session, "peak_factor", "4"),
                        session.question("latency").orElseThrow())
                .orElseThrow();
        // 1,000 req/s on average and 4,000 at peak; a hundredth of 28 days of 1,000 per second is 24.2 million
        assertThat(proposal.text()).isEqualTo("p99 latency of score <= 100 ms at peak over 28 day");
        assertThat(proposal.reasons())
                .anyMatch(
                        reason -> reason.startsWith("p99: somebody waits, and 24.2M requests in 28 days lie beyond it"))
                .contains("at peak: 4k req/s, your stated peak");
        assertThat(proposal.story()).contains("p99 latency of score <= 50 ms at peak over 28 day");
    }

    @Test
    void theStorysSentenceIsTakenByItsName() {
        assertThat(Workshop.design(Held.taken(ASKED, "latency", "story")))
                .contains("must: p99 latency of score <= 50 ms at peak over 28 day\n");
    }

    @Test
    void aStoryWithoutAnotherSentenceSaysSo() {
        Session other = Held.taken(Session.of("it", Story.OTHER), "asks", "fast");
        assertThat(Held.answer(other, "latency", "story"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().orElse("")).startsWith("no story has another sentence"));
    }

    @Test
    void howOldAModelMayBeCountsTheTimeInWhichItIsTried() {
        Session tried = Held.taken(BEGUN, "canary", "{share: 5 %, for: 2 day}");
        Proposal proposal = Held.WORKSHOP
                .proposal(tried, tried.question("retraining").orElseThrow())
                .orElseThrow();
        // 7 days, 5 hours and 2 days are 9.2 days, and the next full step is 10
        assertThat(proposal.text()).isEqualTo("p99 age of scorer <= 10 day");
        assertThat(proposal.reasons().getFirst()).endsWith("takes 5 h, and tried for 2 day before it serves all");
    }

    @Test
    void aProposalThatIsKeptReadsBackAsOne() {
        Session unsure = Held.taken(ASKED, "latency", "don't know");
        Reply kept = unsure.reply("latency").orElseThrow();
        assertThat(Reply.of(kept.text())).isEqualTo(kept);
        assertThat(Workshop.design(Held.taken(ASKED, "latency", kept.text()))).isEqualTo(Workshop.design(unsure));
    }

    @Test
    void aTargetAloneTakesThePlaceOfThatOfTheProposal() {
        assertThat(Workshop.design(Held.taken(ASKED, "latency", "80 ms")))
                .contains("must: p99 latency of score <= 80 ms at peak over 28 day\n");
        assertThat(Workshop.design(Held.taken(ASKED, "latency", "p95 latency of score <= 70 ms")))
                .contains("must: p95 latency of score <= 70 ms\n");
    }

    @Test
    void aRangeIsAnAnswer() {
        assertThat(Workshop.design(Held.taken(BEGUN, "peak_factor", "2 .. 9")))
                .contains("value: 2 .. 9\n    source: \"said in the workshop\"\n");
    }

    @Test
    void whatNobodyKnowsBecomesARangeOrAProposalAndAnOpenQuestion() {
        String rows = Workshop.design(Held.taken(BEGUN, "card_profile-rows", "don't know"));
        assertThat(rows)
                .contains("rows: 30M .. 120M card\n")
                .contains(
                        "open:\n  - \"How many rows does card profile have? (not known; 30M .. 120M card is assumed)\"\n");
        assertThat(Workshop.design(Held.taken(ASKED, "latency", "don't know")))
                .contains("must: p99 latency of score <= 100 ms at peak over 28 day\n    status: proposed\n");
        assertThat(Workshop.design(Held.taken(BEGUN, "purpose", "?"))).contains("- \"What may they be used for?\"\n");
    }

    @Test
    void aSkippedAskStaysOpenBesideItsWords() {
        String design = Workshop.design(Held.taken(ASKED, "latency", "skip"));
        assertThat(design)
                .contains("  latency:\n    ask: \"fast\"\n  availability:")
                .doesNotContain("open:");
        assertThat(Workshop.design(Held.taken(ASKED, "cost", "skip")))
                .contains("- \"Nobody asked about cost. What must hold?\"\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peak_factor | 3 req/s", // of another dimension
                "peak_factor | {broken",
                "peak_factor | 5 .. 3",
                "path | [gateway, nobody]",
                "latency | p99 latency of nothing <= 5 ms",
                "transactions-size | many",
            })
    void aWrongAnswerIsToldAndNotTaken(String question, String answer) {
        assertThat(Held.answer(ASKED, question, answer))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.findings().all())
                                .isNotEmpty()
                                .allSatisfy(each -> assertThat(each.mend()).isNotBlank()));
    }

    @Test
    void replicasAreProposedFromRateTimeAndBusyShare() {
        Session session = Held.taken(Held.taken(BEGUN, "payments", "86.4M payment/day"), "peak_factor", "4");
        Session timed = Held.taken(session, "scorer-time", "3 ms");
        Question question = timed.question("scorer-replicas").orElseThrow();
        // 1,000 req/s on average, 4,000 at peak, 3 ms each, 4 at a time, 60 % busy: 4000 * 0.003 / 4 / 0.6 = 5
        assertThat(Held.WORKSHOP.proposal(timed, question).orElseThrow())
                .isEqualTo(Proposal.of(
                        "5", "up to 4000 req/s at peak x 3 ms / 4 at a time / 60 % busy, and never one alone"));
    }

    @Test
    void anAnswerThatWasGivenIsProposedAgain() {
        Session session = Held.taken(BEGUN, "owner", "Ann");
        assertThat(Held.WORKSHOP.proposal(session, session.question("owner").orElseThrow()))
                .contains(Proposal.of("Ann", "you said so before"));
    }

    @ParameterizedTest
    @CsvSource({"ok", "skip", "don't know"})
    void anyAnswersEndInADesignThatReads(String otherwise) {
        Session session = Held.to(BEGUN, Map.of(), otherwise);
        assertThat(Held.WORKSHOP.read(session)).isInstanceOf(Reading.Read.class);
        assertThat(session.stage()).isEqualTo(Stage.RUN);
    }

    @ParameterizedTest
    @CsvSource({"source-notify, mail", "baseline-value, 55 %", "trace, a script", "canary, '{share: 5 %, for: 2 day}'"})
    void anAnswerAloneReads(String question, String answer) {
        assertThat(Held.WORKSHOP.read(Held.taken(BEGUN, question, answer))).isInstanceOf(Reading.Read.class);
    }

    @Test
    void quotesAndSignsOfYamlSurvive() {
        String odd = "a \"quoted\" #1: {word}, C:\\dir & more";
        Session session = Held.taken(BEGUN, "about", odd);
        assertThat(Held.WORKSHOP.read(session))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.design().about()).contains(odd));
    }
}
