package dev.plumbline.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calculation.Calculator;
import dev.plumbline.knowledge.Known;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cases of the kinds that are computed, none of them from the file that the validation is held against.
final class ArithmeticTest {
    private static final Method ARITHMETIC = new Arithmetic(Calculator.of(Known.facts(), Calculator.USUAL));
    private static final String HEADER = "id,quantity,inputs,expected value,unit,tolerance,source\n";

    private static Comparison comparison(String row) {
        CaseFile.Reading reading = CaseFile.read("cases.csv", HEADER + row + ",a test\n");
        assertThat(reading.findings().all()).isEmpty();
        return Validation.of(reading.cases(), List.of(ARITHMETIC)).comparisons().getFirst();
    }

    static Stream<Case> kinds() {
        return CaseFile.read("kinds.csv", text()).cases().stream();
    }

    private static String text() {
        try (InputStream in = ArithmeticTest.class.getResourceAsStream("/validation/kinds.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRowOfTheFileOfKindsIsACase() {
        assertThat(CaseFile.read("kinds.csv", text()).findings().all()).isEmpty();
        assertThat(kinds()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCaseOfAKnownKindIsComputed(Case given) {
        Comparison comparison =
                Validation.of(List.of(given), List.of(ARITHMETIC)).comparisons().getFirst();
        assertThat(comparison.verdict())
                .as("%s %s", comparison.outcome(), comparison.why())
                .isEqualTo(Comparison.Verdict.INSIDE);
    }

    @Test
    void aFigureThatIsWrongLiesOutside() {
        assertThat(comparison("a,peak dense FP8,device=L40S;sparsity=no,1466,TFLOP/s,rel:0.005")
                        .verdict())
                .isEqualTo(Comparison.Verdict.OUTSIDE);
        assertThat(comparison("a,tokens/s,params=68.98e9;bytes=2;bw=3.35e12,110,tok/s,rel:0.3")
                        .verdict())
                .isEqualTo(Comparison.Verdict.OUTSIDE);
        assertThat(comparison("a,GPU-hours,params=70.55e9;tokens=15e12;peak=989.4e12;mfu=0.5 to 0.6,6400000,GPU h,in90")
                        .verdict())
                .isEqualTo(Comparison.Verdict.OUTSIDE);
    }

    /// A formula that leaves a number out answers another question, and its figure looks like an answer to this one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,availability of replicas,n=3;colour=2;a=0.99,0.9997,fraction,rel:0.00001",
                "a,decode floor,params=70e9;bytes=2;bw=3.35e12;guessed=3,14,ms/token,rel:0.01",
                "a,training FLOPs,params=70e9;tokens=2e12;epochs=3,2.5e24,FLOP,rel:0.01",
            })
    void aNumberThatNoFormulaHasAPlaceForIsNotLeftOut(String row) {
        assertThat(comparison(row).verdict()).isEqualTo(Comparison.Verdict.NOT_COMPUTED);
    }

    @Test
    void aFigureInAnotherUnitIsTheSameFigure() {
        assertThat(comparison("a,HBM capacity,device=L4,24000,MB,rel:0").verdict())
                .isEqualTo(Comparison.Verdict.INSIDE);
        assertThat(comparison("a,HBM capacity,device=L4,24,GiB,rel:0.01").verdict())
                .isEqualTo(Comparison.Verdict.OUTSIDE);
    }

    @Test
    void whatIsOfNoKnownKindHasNoFigureAndSaysSo() {
        Comparison comparison = comparison("a,beauty of the code,lines=100,42,points,rel:0.1");
        assertThat(comparison.verdict()).isEqualTo(Comparison.Verdict.NOT_COMPUTED);
        assertThat(comparison.why()).isNotBlank();
        assertThat(comparison("a,peak dense BF16,device=Cerebras WSE-3,125,PFLOP/s,rel:0.1")
                        .verdict())
                .isEqualTo(Comparison.Verdict.NOT_COMPUTED);
    }

    @Test
    void aMeasuredSpeedIsNotTheFloor() {
        Comparison measured = comparison("a,decode ITL measured,model=Llama-3.1-8B;dev=1xH100,8.11,ms/token,rel:0.25");
        Comparison floor = comparison("a,decode floor,model=Llama-3.1-8B;dev=1xH100,4.794,ms/token,rel:0.001");
        assertThat(List.of(measured.verdict(), floor.verdict())).containsOnly(Comparison.Verdict.INSIDE);
    }
}
