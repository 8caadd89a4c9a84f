package dev.plumbline.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.design.Designs;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class ScorecardTest {
    /// A design of which nothing is declared; a test adds to the part in angle brackets.
    private static final String BARE = """
            design: shop
            owner: shop-team
            workload: {pay: {rate: 40 req/s}}
            regions: {eu: {at: Frankfurt}, us: {at: N. Virginia}}
            components:
              till: {kind: service, time: 5 ms, price: 3 USD/h}
              shelf: {kind: store, time: 1 ms, holds: basket<shelf>}
              brain: {kind: model, time: 5 ms, price: 3 USD/h}
            paths: {pay: [till, shelf, brain]}
            sources: {sales: {rate: 2 event/s, keep: 20 day}}
            data:
              basket: {from: sales, key: user, compute: stream, lag: 1 s<data>}
            models:
              brain: {trains: every 1 day, takes: 1 h<model>}
            requirements:
              any: {ask: be good}
            <requirements>
            <top>
            """;

    private static final Map<String, String> PREFIXES =
            Map.of("shelf", ", ", "data", ", ", "model", ", ", "requirements", "  ", "top", "");

    static Scorecard scorecard(String yaml) {
        Design design = design(yaml);
        return Scorecard.of(design, assessed(design));
    }

    private static Design design(String yaml) {
        Reading reading = Designs.read(yaml, Map.of());
        assertThat(reading).as("%s", reading.findings().all()).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).design();
    }

    private static Assessment assessed(Design design) {
        Settings settings = Settings.USUAL.withWorlds(4).withRequests(2000);
        return new Assessor(settings, Progress.SILENT, () -> Duration.ZERO).assess(design, List.of());
    }

    /// The same assessment, where verdicts of the one status are of the other.
    private static Assessment turned(Assessment assessment, Status from, Status to) {
        List<Verdict> verdicts = assessment.verdicts().stream()
                .map(each -> each.status() == from ? turned(each, to) : each)
                .toList();
        return new Assessment(
                assessment.design(),
                assessment.file(),
                verdicts,
                assessment.findings(),
                assessment.scenarios(),
                assessment.assumed(),
                assessment.run());
    }

    private static Verdict turned(Verdict verdict, Status to) {
        return new Verdict(
                verdict.id(),
                verdict.ask(),
                verdict.must(),
                verdict.meter(),
                verdict.target(),
                to,
                OptionalDouble.empty(),
                verdict.value(),
                verdict.evidence(),
                "",
                verdict.place());
    }

    /// The bare design with one or more parts, separated by ` ; `, each `part| text`.
    private static Scorecard with(String added) {
        return scorecard(yaml(added));
    }

    private static String yaml(String added) {
        String yaml = BARE;
        for (String each : added.isEmpty() ? new String[0] : added.split(" ; ", -1)) {
            String[] part = each.split("[|] ", 2);
            String slot = "<" + part[0].strip() + ">";
            String prefix = PREFIXES.getOrDefault(part[0].strip(), "");
            yaml = yaml.replace(
                    slot, prefix + part[1].replace(" / ", "\n") + (prefix.equals(", ") ? slot : "\n" + slot));
        }
        return yaml.replaceAll("<\\w+>", "");
    }

    @Test
    void aBareDesignIsAResearchProject() {
        Scorecard card = with("");
        assertThat(card.score().marks()).hasSize(28);
        assertThat(card.score().halves()).isZero();
        assertThat(card.score().band()).isEqualTo(Band.RESEARCH);
        assertThat(card.score().marks()).allSatisfy(mark -> {
            assertThat(mark.points()).as(mark.title()).isEqualTo(Points.NONE);
            assertThat(mark.because()).isNotEmpty();
            assertThat(mark.todo()).as(mark.title()).isNotEmpty();
        });
    }

    /// Each line is an item, what it is due, and what is added to the bare design for that.
    @ParameterizedTest
    @CsvFileSource(resources = "/score-items.txt", delimiter = '~')
    void eachItemIsGivenWhatTheDesignDeclares(String due, String added) {
        String[] words = due.split(" +", -1);
        Mark mark = with(added).score().of(Section.valueOf(words[0])).get(Integer.parseInt(words[1]) - 1);
        assertThat(mark.points()).as("%s", mark).isEqualTo(Points.valueOf(words[2]));
        boolean most = mark.points() == Points.ONE || due.startsWith("DATA 6 HALF");
        assertThat(mark.todo().isEmpty()).isEqualTo(most);
    }

    /// What labelled traffic alone can show is a whole point once it is measured, and only then.
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "MODEL 6 ~ requirements| a: {must: auc of brain >= 0.8 for every segment of country}",
                "MODEL 7 ~ requirements| a: {must: gap of auc of brain across gender <= 5 %}",
                "MONITORING 3 ~ requirements| a: {must: skew of basket <= 0.1 %}",
                "MONITORING 7 ~ model| labels-after: 2 day ; requirements| a: {must: auc of brain >= 0.8} / "
                        + "  b: {must: drift of basket <= 0.2}"
            })
    void whatIsMeasuredAsMetIsAWholePoint(String item, String added) {
        Design design = design(yaml(added));
        Assessment assessment = assessed(design);
        String[] words = item.split(" ", -1);
        int at = Integer.parseInt(words[1]) - 1;
        Section section = Section.valueOf(words[0]);
        assertThat(Scorecard.of(design, assessment).score().of(section).get(at).points())
                .isEqualTo(Points.HALF);
        assertThat(Scorecard.of(design, turned(assessment, Status.NO_EVIDENCE, Status.MET))
                        .score()
                        .of(section)
                        .get(at)
                        .points())
                .isEqualTo(Points.ONE);
    }

    @Test
    void aBoundThatNothingCanReadIsHalfAPoint() {
        Design design = design(yaml("shelf| price: 1 USD/h ; requirements| a: {must: p99 latency of pay <= 1 s} / "
                + "  b: {must: cost <= 1M USD/month}"));
        Assessment unread = turned(assessed(design), Status.MET, Status.NO_EVIDENCE);
        Mark mark = Scorecard.of(design, unread).score().of(Section.MONITORING).get(5);
        assertThat(mark.points()).isEqualTo(Points.HALF);
        assertThat(mark.because()).isEqualTo("no evidence for a, b");
    }

    @Test
    void theWeakestSectionDecides() {
        Scorecard card = with("model| spec: {job: a}, tuning: {job: b} ; top| serving: {trace: hand}"
                + " / features: {spend: {tests: {job: c}, ablation: x}} / alarms: {a: {on: numbers, job: r}}");
        assertThat(card.score().halves(Section.MODEL)).isEqualTo(4);
        assertThat(card.score().halves(Section.DATA)).isEqualTo(3);
        assertThat(card.score().halves(Section.MONITORING)).isEqualTo(2);
        assertThat(card.score().halves(Section.INFRASTRUCTURE)).isEqualTo(1);
        assertThat(card.score().weakest()).isEqualTo(Section.INFRASTRUCTURE);
        assertThat(card.score().halves()).isEqualTo(1);
        assertThat(card.score().band()).isEqualTo(Band.HOLES);
    }

    /// The bands of the paper: 0, to 1, to 2, to 3, to 5, above.
    @ParameterizedTest
    @CsvSource({
        "0,RESEARCH",
        "1,HOLES",
        "2,HOLES",
        "3,FIRST_PASS",
        "4,FIRST_PASS",
        "5,REASONABLE",
        "6,REASONABLE",
        "7,STRONG",
        "10,STRONG",
        "11,EXCEPTIONAL",
        "14,EXCEPTIONAL"
    })
    void aBandEndsWhereThePaperEndsIt(int halves, Band band) {
        assertThat(Band.of(halves)).isEqualTo(band);
    }

    @Test
    void pointsAreWrittenAsPeopleDo() {
        assertThat(List.of(0, 1, 2, 3, 14).stream().map(TestScore::points)).containsExactly("0", "½", "1", "1½", "7");
    }

    @Test
    void theReviewTellsWhatIsDecidedOpenAndRisky() {
        Review review = with("requirements| quick: {must: p99 latency of pay <= 1 ms} / "
                        + "  slow: {must: p99 latency of pay <= 2 s} / "
                        + "  maybe: {must: success of pay >= 99 %, status: proposed} / "
                        + "  sure: {must: success of pay >= 99 % at average}"
                        + " ; top| decisions: [{chose: a shelf, over: [a sea], because: it is dry}] / open: [Who pays?]")
                .review();
        assertThat(review.decided()).hasSize(1);
        assertThat(review.open()).extracting(Review.Open::what).containsExactly("Who pays?", "any", "maybe");
        assertThat(review.risky()).extracting(verdict -> verdict.id()).containsExactly("quick");
        assertThat(review.contradictory()).isEmpty();
    }

    @Test
    void anErrorIsAContradictionAndAWarningIsNone() {
        Design design = design(yaml(""));
        Assessment assessment = assessed(design);
        Problems problems = new Problems();
        Place place = design.requirements().getFirst().place();
        problems.error("conflict.some", place, "a and b cannot both hold", "one is below the other", "drop one");
        problems.warning("latency.some", place, "a is slow", "it waits", "add to it");
        Assessment found = new Assessment(
                assessment.design(),
                assessment.file(),
                assessment.verdicts(),
                problems.collected().all(),
                assessment.scenarios(),
                assessment.assumed(),
                assessment.run());
        assertThat(Scorecard.of(design, found).review().contradictory())
                .extracting(Review.Contradiction::what)
                .containsExactly("a and b cannot both hold");
    }

    @Test
    void whatHangsTogetherWithNothingIsAnOrphan() {
        Review bare = with("").review();
        assertThat(bare.orphanComponents()).extracting(Review.Orphan::name).containsExactly("till", "shelf", "brain");
        Review served = with("requirements| a: {must: p99 latency of pay <= 1 s} / "
                        + "  b: {must: cost <= 1 USD/month}")
                .review();
        assertThat(served.orphanComponents()).isEmpty();
        assertThat(served.orphanRequirements()).isEmpty();
        Review data = scorecard("""
                        design: shop
                        sources: {sales: {rate: 2 event/s}}
                        data: {basket: {from: sales, compute: stream, lag: 1 s}, rack: {from: sales}}
                        components: {shelf: {kind: store, time: 1 ms, holds: rack}}
                        paths: {pay: [shelf]}
                        workload: {pay: {rate: 1 req/s}}
                        requirements:
                          fresh: {must: p95 age of basket <= 1 min}
                          steady: {must: drift of rack <= 0.2}
                        """).review();
        assertThat(data.orphanRequirements()).extracting(Review.Orphan::name).containsExactly("fresh");
    }
}
