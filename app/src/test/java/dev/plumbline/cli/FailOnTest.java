package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailOnTest {
    private static final Place PLACE = new Place("design.yaml", 1, 1, "design: d", 1);

    private static Assessment with(List<Verdict> verdicts, List<Diagnostic> findings) {
        return new Assessment(
                "d", "design.yaml", verdicts, findings, new TreeMap<>(), List.of(), new Run(1, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "MET, false, false",
        "AT_RISK, false, true",
        "MISSED, true, true",
        "UNMEASURABLE, false, true",
        "NO_EVIDENCE, false, false"
    })
    void aStatusFailsFromItsWeightOn(Status status, boolean onError, boolean onWarning) {
        var verdict = new Verdict(
                "r",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status,
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(),
                "",
                PLACE);
        holds(with(List.of(verdict), List.of()), onError, onWarning);
    }

    @ParameterizedTest
    @CsvSource({"ERROR, true, true", "WARNING, false, true", "HINT, false, false"})
    void aFindingFailsFromItsSeverityOn(Severity severity, boolean onError, boolean onWarning) {
        var finding = new Diagnostic(severity, "requirement.missed", PLACE, "what", "why", "mend");
        holds(with(List.of(), List.of(finding)), onError, onWarning);
    }

    private static void holds(Assessment assessment, boolean onError, boolean onWarning) {
        assertThat(FailOn.ERROR.fails(assessment)).isEqualTo(onError);
        assertThat(FailOn.WARNING.fails(assessment)).isEqualTo(onWarning);
        assertThat(FailOn.NEVER.fails(assessment)).isFalse();
    }
}
