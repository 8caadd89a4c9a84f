package dev.plumbline.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    private static Diagnostic finding(Severity severity, String rule, int line, int column) {
        return new Diagnostic(severity, rule, new Place("d.yaml", line, column, "text", 1), "what", "why", "mend");
    }

    @Test
    void findings_come_in_file_order_then_by_severity_then_by_rule() {
        Diagnostic late = finding(Severity.ERROR, "a", 9, 1);
        Diagnostic right = finding(Severity.ERROR, "a", 2, 5);
        Diagnostic hint = finding(Severity.HINT, "a", 2, 1);
        Diagnostic error = finding(Severity.ERROR, "z", 2, 1);
        Diagnostic other = finding(Severity.ERROR, "b", 2, 1);
        assertThat(new Diagnostics(List.of(late, right, hint, error, other)).all())
                .containsExactly(other, error, hint, right, late);
    }

    @Test
    void the_same_thing_is_said_once() {
        Problems problems = new Problems();
        problems.error("a", new Place("d.yaml", 1, 1, "", 1), "what", "why", "mend");
        problems.error("a", new Place("d.yaml", 1, 1, "", 1), "what", "why", "mend");
        assertThat(problems.size()).isEqualTo(2);
        assertThat(problems.collected().all()).hasSize(1);
    }

    @Test
    void only_errors_keep_a_design_from_being_judged() {
        Diagnostics hints =
                new Diagnostics(List.of(finding(Severity.HINT, "a", 1, 1), finding(Severity.WARNING, "a", 1, 1)));
        assertThat(hints.hasErrors()).isFalse();
        assertThat(hints.and(List.of(finding(Severity.ERROR, "a", 1, 1))).hasErrors())
                .isTrue();
        assertThat(Diagnostics.none().isEmpty()).isTrue();
        assertThat(hints.count(Severity.WARNING)).isEqualTo(1);
    }
}
