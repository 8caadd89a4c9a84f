package dev.plumbline.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calculation.Answer;
import dev.plumbline.calculation.Calculator;
import dev.plumbline.design.Design;
import dev.plumbline.knowledge.Known;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Explainer;
import dev.plumbline.quantity.Explanation;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every line of a napkin goes back to what somebody wrote: an assumption or a property with its place, or a fact with
/// its source and day.
final class ExplainedNapkinTest {
    private static final String DAY = ".*\\(\\d{4}-\\d{2}-\\d{2}\\)";

    @ParameterizedTest
    @MethodSource("dev.plumbline.estimation.NapkinOracle#examples")
    void everyFigureGoesBackToWhatSomebodyWrote(Path file) throws IOException {
        Design design = Designs.read(Files.readString(file));
        Estimated estimated = Estimates.of(design);
        Valuation valuation = Valuation.of(Checker.check(estimated.sheet()), new Worlds(64, 42));
        assertThat(estimated.figures()).hasSizeGreaterThan(30);
        for (Estimated.Figure figure : estimated.figures()) {
            Explanation whole = Explainer.explain(valuation, figure.name());
            Set<String> shown = new HashSet<>();
            walk(whole, figure.name(), shown);
            assertThat(shown).as(figure.name()).contains(figure.name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "70bn param * 2 B/param / facts.h100_sxm.memory_bandwidth",
                "decode_floor(weights(facts.llama_3_1_8b.parameters, 2 B), 0 B, facts.l4.memory_bandwidth)"
                        + " / facts.decode.share_of_peak",
                "carbon(energy(facts.h100.power, 30 day, facts.data_centre.pue_large), facts.frankfurt.carbon)",
                "(1M .. 3M user) * 20 req/user/day * (2.5 .. 3.5)",
            })
    void everyAnswerGoesBackToWhatSomebodyWrote(String text) {
        Answer answer = Calculator.of(Known.facts(), new Worlds(256, 1)).answer(text);
        assertThat(answer).isInstanceOf(Answer.Value.class);
        Explanation whole = ((Answer.Value) answer).explanation();
        assertThat(whole.parts()).isNotEmpty();
        whole.parts().forEach(part -> walk(part, text, new HashSet<>()));
    }

    private static void walk(Explanation part, String of, Set<String> shown) {
        if (part.repeated()) {
            assertThat(shown).as("%s of %s was told before", part.name(), of).contains(part.name());
            return;
        }
        shown.add(part.name());
        switch (part.kind()) {
            case FACT ->
                assertThat(part.source()).as("%s of %s", part.name(), of).matches(DAY);
            case DEFAULT ->
                assertThat(part.source()).as("%s of %s", part.name(), of).isNotBlank();
            case LITERAL, VARYING ->
                assertThat(part.place()).as("%s of %s", part.name(), of).isNotBlank();
            case UNKNOWN ->
                assertThat(part.formula()).as("%s of %s", part.name(), of).isNotBlank();
            case FORMULA ->
                assertThat(part.parts()).as("%s of %s", part.name(), of).isNotEmpty();
        }
        part.parts().forEach(each -> walk(each, of, shown));
    }
}
