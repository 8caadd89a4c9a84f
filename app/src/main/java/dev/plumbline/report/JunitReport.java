package dev.plumbline.report;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Severity;
import java.util.List;

/// Requirements as test cases in JUnit's XML, which build servers show: missed fails, what could not be judged is
/// skipped,
/// the rest passes. Findings that are errors fail in a suite of their own. Run time is left out, so that the same
/// design
/// gives the same bytes.
public final class JunitReport {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private JunitReport() {}

    /// The whole assessment.
    public static String of(Assessment assessment) {
        Tally tally = Tally.of(assessment);
        int skipped = tally.of(Status.UNMEASURABLE) + tally.of(Status.NO_EVIDENCE);
        StringBuilder out = new StringBuilder(HEAD);
        out.append("<testsuites name=\"plumbline\">\n");
        suite(assessment.design(), assessment.verdicts().size(), tally.of(Status.MISSED), skipped, out);
        assessment.verdicts().forEach(verdict -> requirement(assessment.design(), verdict, out));
        out.append("  </testsuite>\n");
        errors(assessment.design(), assessment.findings(), out);
        return out.append("</testsuites>\n").toString();
    }

    /// The faults of a design that does not read.
    public static String of(Refusal refusal) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("<testsuites name=\"plumbline\">\n");
        errors(refusal.file(), refusal.faults(), out);
        return out.append("</testsuites>\n").toString();
    }

    private static void suite(String name, int tests, int failures, int skipped, StringBuilder out) {
        out.append("  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">\n"
                .formatted(escaped(name), tests, failures, skipped));
    }

    private static void requirement(String design, Verdict verdict, StringBuilder out) {
        out.append("    <testcase classname=\"%s\" name=\"%s\" file=\"%s\" line=\"%d\">\n"
                .formatted(
                        escaped(design),
                        escaped(verdict.id()),
                        escaped(verdict.place().file()),
                        verdict.place().line()));
        String told = told(verdict);
        out.append(
                switch (verdict.status()) {
                    case MET, AT_RISK -> "      <system-out>%s</system-out>\n".formatted(escaped(told));
                    case MISSED ->
                        "      <failure message=\"%s\" type=\"missed\">%s</failure>\n"
                                .formatted(escaped(told), escaped(verdict.reason()));
                    case UNMEASURABLE, NO_EVIDENCE ->
                        "      <skipped message=\"%s\"/>\n"
                                .formatted(escaped(verdict.status().words() + ": " + verdict.reason()));
                });
        out.append("    </testcase>\n");
    }

    private static String told(Verdict verdict) {
        String read = verdict.value().map(MarkdownReport::figure).orElse("nothing was read");
        String chance = verdict.chance().isPresent() ? ", " + Numbers.chance(verdict.chance()) : "";
        return "%s: %s, must be %s%s"
                .formatted(
                        verdict.meter().orElse(verdict.id()),
                        read,
                        verdict.target().orElse("?"),
                        chance);
    }

    private static void errors(String design, List<Diagnostic> findings, StringBuilder out) {
        List<Diagnostic> errors = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            return;
        }
        suite(design + " findings", errors.size(), errors.size(), 0, out);
        for (Diagnostic error : errors) {
            out.append("    <testcase classname=\"%s\" name=\"%s\" file=\"%s\" line=\"%d\">\n"
                    .formatted(
                            escaped(error.rule()),
                            escaped(error.place().address()),
                            escaped(error.place().file()),
                            error.place().line()));
            out.append("      <failure message=\"%s\" type=\"%s\">why: %s\nfix: %s</failure>\n"
                    .formatted(
                            escaped(error.what()), escaped(error.rule()), escaped(error.why()), escaped(error.mend())));
            out.append("    </testcase>\n");
        }
        out.append("  </testsuite>\n");
    }

    /// Text for content or an attribute; what XML 1.0 cannot hold becomes U+FFFD.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("&#10;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
