package dev.plumbline.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.assessment.Status;
import dev.plumbline.workshop.PracticeScore.Grade;
import dev.plumbline.workshop.PracticeScore.Guess;
import dev.plumbline.workshop.Workshop.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PracticeTest {
    private static final Session BEGUN = Session.of("pay", Story.FRAUD).asPractice();

    private static Question question(Stage stage, Form form) {
        return new Question("it", stage, "it", form, "?", "because");
    }

    private static int points(Form form, String answer, Optional<Status> status) {
        return Grading.of(question(Stage.ASK, form), Optional.of(Reply.of(answer)), status)
                .points();
    }

    @Test
    void theWeightsAreThoseOfTheReference() {
        assertThat(Arrays.stream(Skill.values()).map(Skill::weight)).containsExactly(20, 10, 15, 20, 20, 15);
        assertThat(Arrays.stream(Stage.values()).map(Skill::of)).contains(Skill.values());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1", // right
        "2, 1, 1", // the edge of twice
        "1, 2, 1",
        "2.01, 1, 0.5",
        "1, 10, 0.5", // the edge of ten times
        "10.1, 1, 0",
        "0, 1, 0"
    })
    void anEstimateWithinTwiceIsFullAndWithinTenTimesHalf(double said, double model, double share) {
        assertThat(new Guess("peak", "", "", Guesses.factor(said, model)).share())
                .isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skip | 0",
                "don't know | 0",
                "rules | 1",
                "rules, because nobody had labels | 2",
                "14 rules | 3",
                "14 rules, which catch 55 % but annoy one in 30 | 4",
            })
    void wordsAreGradedByReasonNumberAndPrice(String answer, int points) {
        assertThat(points(new Form.Prose(), answer, Optional.empty())).isEqualTo(points);
    }

    @Test
    void aRequirementIsGradedByItsScopeAndItsVerdict() {
        assertThat(points(new Form.Must(), "auc of m >= 0.8", Optional.of(Status.NO_EVIDENCE)))
                .isEqualTo(2);
        assertThat(points(new Form.Must(), "auc of m >= 0.8 over 1 week", Optional.of(Status.NO_EVIDENCE)))
                .isEqualTo(3);
        assertThat(points(new Form.Must(), "cost <= 5 USD/month", Optional.of(Status.MISSED)))
                .isEqualTo(3);
        assertThat(points(new Form.Must(), "p99 latency of a <= 5 ms at peak", Optional.of(Status.MET)))
                .isEqualTo(4);
    }

    @Test
    void aQuantityIsGradedByItsRange() {
        assertThat(points(new Form.Flow(), "stream", Optional.empty())).isEqualTo(2);
        assertThat(points(new Form.Amount(), "5 req/s", Optional.empty())).isEqualTo(3);
        assertThat(points(new Form.Amount(), "4 .. 6 req/s", Optional.empty())).isEqualTo(4);
        assertThat(points(new Form.Varying(), "4 ms, 9 ms", Optional.empty())).isEqualTo(4);
    }

    @Test
    void aSkillIsTheMeanOfItsGrades() {
        List<Grade> grades = List.of(
                new Grade(question(Stage.FRAME, new Form.Prose()), 4, ""),
                new Grade(question(Stage.FRAME, new Form.Prose()), 1, "why"),
                new Grade(question(Stage.DATA, new Form.Prose()), 2, "how much"));
        PracticeScore score = new PracticeScore(grades, List.of(new Guess("a", "", "", 1), new Guess("b", "", "", 5)));
        assertThat(score.points(Skill.FRAMING)).isEqualTo(10 * 2.5 / 4, within(1e-9));
        assertThat(score.points(Skill.DATA)).isEqualTo(10, within(1e-9));
        assertThat(score.points(Skill.ESTIMATION)).isEqualTo(15 * 0.75, within(1e-9));
        assertThat(score.points(Skill.SERVING)).isZero();
        assertThat(score.total()).isEqualTo(6.25 + 10 + 11.25, within(1e-9));
    }

    @Test
    void nothingIsProposedThatCouldBeTaken() {
        assertThat(Held.answer(BEGUN, "owner", "ok"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().orElse("")).contains("nothing is proposed"));
        Session asked = Held.taken(BEGUN, "asks", "fast");
        assertThat(Held.answer(asked, "latency", "80 ms")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void estimatesAreHeldAgainstTheLearnersOwnAnswers() {
        Session rated = Held.taken(Held.taken(BEGUN, "payments", "86.4M payment/day"), "peak_factor", "4");
        Session guessed = Held.taken(Held.taken(rated, "guess-peak", "3000 req/s"), "guess-cost", "1 USD/month");
        List<Guess> guesses = Held.WORKSHOP.score(guessed).guesses();
        assertThat(guesses).extracting(Guess::name).containsExactly("peak", "storage", "replicas", "cost");
        assertThat(guesses.getFirst().factor()).isEqualTo(4000.0 / 3000, within(1e-6)); // 1,000 per second times four
        assertThat(guesses).extracting(Guess::share).containsExactly(1.0, 0.0, 0.0, 0.0);
        assertThat(Held.answer(rated, "guess-peak", "3000 USD"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().orElse(""))
                                .contains("\"3000 USD\" is USD, and req per time is asked for"));
        assertThat(Workshop.design(guessed)).doesNotContain("guess", "3000");
    }
}
