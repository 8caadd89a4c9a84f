package dev.plumbline.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import dev.plumbline.house.Cases;
import dev.plumbline.proposal.Answer.Basis;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.RequirementKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProposerTest {
    /// Two million users ask ten times a day: 231 req/s, and 462 at the peak.
    private static final String DESIGN = """
            design: tiny
            horizon: 12 months
            assume:
              users: {value: 2M user, grows: 6 %/month}
            workload:
              score: {rate: users * 10 req/user/day, peak: 2}
            components:
              gate: {kind: service, time: 2 ms, replicas: 8, available: 99.99 %}
              box:
                kind: model
                replicas: 9
                concurrency: 8
                time: {p50: 8 ms, p99: 30 ms}
                available: 99.9 %
                price: 0.5 USD/h
                scale: {on: busy > 60 %, from: 2, to: 9, after: 3 min}
              rows: {kind: store, time: 1 ms, replicas: 3, holds: profile, available: 99.95 %}
              pen:
                kind: llm
                model: llama-3.1-8b
                on: 1 x L40S
                prompt: {p50: 700 token, p99: 3000 token}
                output: {p50: 60 token, p99: 200 token}
                time: {p50: 2 s, p99: 6 s}
                available: 99.9 %
            paths:
              score: [gate, rows, box]
              tell: [gate, pen]
            sources:
              clicks: {rate: 40 event/s, late: {p50: 2 s, p99: 60 s}}
            data:
              profile:
                {from: clicks, key: user, rows: 2M user, size: 1 KB/user, compute: {batch: {every: 1 h, takes: 10 min}}}
            models:
              box: {trains: every 7 day, takes: 5 h, uses: [profile], label: click, labels-after: {p50: 2 h, p99: 3 day}}
            scenarios:
              node-loss: {kill: box, replicas: 2, for: 15 min}
            task:
              metrics: {offline: recall at 90 % precision}
              baseline: {what: ten rules, value: 55 %}
              slices: [country, age]
            rollout: {rollback: {within: 10 min}, canary: {share: 5 %, for: 2 day, detects: 0.2 %, base: 2 %}}
            """;

    private static final Design READ = Designs.read(DESIGN);
    private static final Proposer PROPOSER = Proposer.of(Grounds.of(READ));

    private static Proposal one(String ask) {
        List<Proposal> proposals = PROPOSER.of(ask);
        assertThat(proposals).hasSize(1);
        return proposals.getFirst();
    }

    private static Answer answer(Proposal proposal, Element element) {
        return proposal.questions().stream()
                .filter(question -> question.element() == element)
                .findFirst()
                .orElseThrow()
                .answer();
    }

    @Test
    void anAskThatJoinsThreeThingsGivesThreeProposals() {
        List<Proposal> proposals = PROPOSER.of("It should be fast and accurate and always up");
        assertThat(proposals)
                .extracting(proposal -> proposal.reading().kind())
                .containsExactly(RequirementKind.LATENCY, RequirementKind.QUALITY, RequirementKind.AVAILABILITY);
        assertThat(proposals)
                .extracting(proposal -> proposal.reading().ask())
                .containsExactly("It should be fast", "accurate", "always up");
        assertThat(proposals)
                .extracting(proposal -> proposal.must().orElse("none"))
                .containsExactly(
                        "p99 latency of score <= 100 ms at peak over 28 day",
                        "recall of box >= 55 % over 28 day for every segment of country",
                        "availability of score >= 99.8 % over 30 day");
    }

    @Test
    void aSentenceThatSaysOneThingTwiceStaysOne() {
        assertThat(PROPOSER.of("The page loads within 2 seconds and the search answers within 3 seconds"))
                .hasSize(1);
        assertThat(PROPOSER.of("Research and development needs fast answers")).hasSize(1);
    }

    @Test
    void eachMissingElementIsAskedForOnce() {
        Proposal proposal = one("The score has to come within 200 ms");
        assertThat(proposal.questions())
                .extracting(Question::element)
                .containsExactlyElementsOf(proposal.reading().missing());
        assertThat(proposal.must()).contains("p99 latency of score <= 200 ms at peak over 28 day");
    }

    @Test
    void whatTheAskStatesIsNotAskedAgain() {
        Proposal proposal = one("95 % of scores come within 0.3 s at peak");
        assertThat(proposal.questions()).extracting(Question::element).containsExactly(Element.WINDOW);
        assertThat(proposal.must()).contains("p95 latency of score <= 300 ms at peak over 28 day");
        assertThat(one("p99.9 of scores below 40 ms at peak").must())
                .contains("p99.9 latency of score <= 40 ms at peak over 28 day");
    }

    @Test
    void theLoadIsThePeakOfTheDesign() {
        Answer condition = answer(one("It should be fast"), Element.CONDITION);
        assertThat(condition.text()).isEqualTo("at peak");
        assertThat(condition.reason()).isEqualTo("463 req/s, your stated peak");
        assertThat(condition.basis()).isEqualTo(Basis.DESIGN);
    }

    @Test
    void theTargetOfALatencyRestsOnTheWorkOfThePath() {
        // 2 ms + 1 ms + 8 ms, the medians of the three steps
        assertThat(answer(one("It should be fast"), Element.TARGET).reason())
                .isEqualTo("it feels instant (Nielsen 1993), and the steps' medians come to 11 ms without a queue");
    }

    @Test
    void availabilityIsNotPromisedBeyondWhatThePathNeeds() {
        // 0.9999 x 0.9995 x 0.999 = 0.9984
        Answer target = answer(one("It must always be up"), Element.TARGET);
        assertThat(target.text()).isEqualTo("99.8 %");
        assertThat(target.reason()).isEqualTo("what it needs works together 99.84 % of the time");
        assertThat(answer(one("It must always be up"), Element.WINDOW).reason())
                .isEqualTo("in which 99.8 % leaves 86.4 min without answers");
    }

    @Test
    void ageOfBatchDataAllowsForTheIntervalTheRunAndLateEvents() {
        // 1 h + 10 min + 1 min
        Answer target = answer(one("Features have to be fresh"), Element.TARGET);
        assertThat(target.text()).isEqualTo("80 min");
        assertThat(target.reason()).isEqualTo("a run every 1 h takes 10 min, and events come up to 1 min late");
    }

    @Test
    void throughputHasHalfAsMuchToSpare() {
        // 463 x 1.5 = 694
        assertThat(answer(one("It has to process many requests per second"), Element.TARGET)
                        .text())
                .isEqualTo("800 req/s");
    }

    @Test
    void capacityIsWhatGrowthBrings() {
        // 463 x 1.06^12 = 932
        assertThat(answer(one("It must cope with many more concurrent users"), Element.TARGET)
                        .reason())
                .isEqualTo("932 req/s at the peak 1 year from now, by your own growth");
    }

    @Test
    void whatTheDesignPromisesAlreadyIsProposed() {
        assertThat(answer(one("A bad model must be rolled back quickly"), Element.TARGET)
                        .text())
                .isEqualTo("10 min");
        assertThat(answer(one("The new model has to lift clicks in an A/B test"), Element.TARGET)
                        .text())
                .isEqualTo("0.2 %");
    }

    @Test
    void withoutADesignProposalsAreTheFieldsCustom() {
        Proposal proposal = Proposer.withoutDesign().of("It should be fast").getFirst();
        assertThat(proposal.must()).isEmpty();
        assertThat(proposal.of()).isEqualTo("<operation>");
        assertThat(proposal.questions())
                .hasSize(5)
                .allMatch(question -> question.answer().basis() == Basis.CUSTOM);
    }

    /// Over every third sentence of our own: what is proposed reads back without a fault, and states all that its kind
    /// needs.
    @Test
    void everyProposalReadsBack() throws Exception {
        List<String> musts = new ArrayList<>();
        List<Map<String, String>> rows = Cases.rows(Files.readString(Path.of("src/test/resources/asks.csv")));
        for (int row = 0; row < rows.size(); row += 3) {
            PROPOSER.of(rows.get(row).getOrDefault("sentence", ""))
                    .forEach(proposal -> proposal.must().ifPresent(musts::add));
        }
        assertThat(musts).hasSizeGreaterThan(30);
        StringBuilder text = new StringBuilder(DESIGN).append("requirements:\n");
        for (int i = 0; i < musts.size(); i++) {
            text.append("  r%d: {must: \"%s\"}\n".formatted(i, musts.get(i)));
        }
        List<Requirement> read = Designs.read(text.toString()).requirements();
        for (int i = 0; i < musts.size(); i++) {
            assertThat(read.get(i).must().orElseThrow().sentence()).isEqualTo(musts.get(i));
        }
    }
}
