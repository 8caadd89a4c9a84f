package dev.plumbline.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Units;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.SentenceParser;
import dev.plumbline.source.Node;
import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.SourceFile;
import dev.plumbline.source.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The model should be accurate | names no scale, target, segment or window",
                "The feed has to feel instant | names no scale, target, statistic, window or condition",
                "It must always be up | names no scale, target or window",
                "Answer within 200 ms at peak | names no statistic or window",
                "Recall of at least 80 % in every country over the last 4 weeks | ''",
                "99.9 % availability over every 30 days | ''",
            })
    void anAskIsToldWhatItLacks(String ask, String lacks) {
        assertThat(AskReading.of(ask).lacks()).isEqualTo(lacks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"it should be fast and accurate and always up", "users love it", "no surprises", "", "?", "5"})
    void anythingIsReadWithoutAFault(String ask) {
        AskReading reading = AskReading.of(ask);
        assertThat(reading.ask()).isEqualTo(ask);
        assertThat(reading.form()).isNotBlank();
        assertThat(reading.isMeasurable()).isEqualTo(ask.equals("5"));
    }

    /// What is offered to be written can be read, with something in each gap.
    @ParameterizedTest
    @EnumSource(RequirementKind.class)
    void theFormOfEachKindIsASentenceOfItsKind(RequirementKind kind) {
        String form = AskReading.form(kind);
        if (!kind.ofDesigns()) {
            assertThat(form).startsWith("<reading>");
            return;
        }
        String filled = form.replace("<time>", "2 min")
                .replace("<share>", "1 %")
                .replace("<rate>", "5 req/s")
                .replace("<window>", "28 day")
                .replace("<money>", "5 USD/month")
                .replace("<mass>", "2 g")
                .replace("<unit>", "req")
                .replaceAll("<(\\w+)>", "$1");
        Problems problems = new Problems();
        Scalar typed = new Scalar(
                filled,
                Node.Style.PLAIN,
                Node.Kind.STRING,
                new Span(new SourceFile("d.yaml", filled), 0, filled.length()));
        Optional<Sentence> read = SentenceParser.parse(typed, Units.standard(), problems);
        assertThat(problems.collected().all()).as(filled).isEmpty();
        RequirementKind found = read.orElseThrow().reading().kind();
        assertThat(found)
                .isEqualTo(
                        switch (kind) {
                            case RETRAINING ->
                                RequirementKind.FRESHNESS; // an age, of which only a design tells what it is of
                            case CAPACITY -> RequirementKind.THROUGHPUT;
                            default -> kind;
                        });
    }

    @Test
    void aNumberThatNamesSomethingIsNoTarget() {
        assertThat(AskReading.of("It runs on Windows 95 and conforms to section 508")
                        .isMeasurable())
                .isFalse();
        assertThat(AskReading.of("It must be fast by 2027").isMeasurable()).isFalse();
        assertThat(AskReading.of("It must be fast with 500 users").isMeasurable())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at most one hundred milliseconds | 0.1",
                "no more than five (5) seconds | 5",
                "within half a minute | 30",
                "between 2 and 4 s | 4",
                "in under 250ms | 0.25",
                "within 3 business days | 259200",
                "9 in 10 | 0.9",
                "1 000 requests | 1000",
                "56k | 56000",
                "an accuracy of 97 percent | 0.97",
            })
    void quantitiesAreReadWithTheirUnits(String text, double value) {
        assertThat(Mentions.of(Words.of(text)))
                .singleElement()
                .satisfies(mention ->
                        assertThat(mention.value()).isCloseTo(value, org.assertj.core.api.Assertions.within(1e-12)));
    }

    @ParameterizedTest
    @EnumSource(RequirementKind.class)
    void eachKindSaysWhatItNeedsAndWhatGoesWrong(RequirementKind kind) {
        assertThat(RequirementKind.named(kind.word())).contains(kind);
        assertThat(kind.needs()).isNotEmpty();
        assertThat(kind.scale() + kind.proposal() + kind.trap()).doesNotContain("  ");
    }
}
