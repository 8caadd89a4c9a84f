package dev.plumbline.report;

import dev.plumbline.validation.Comparison;
import dev.plumbline.validation.Comparison.Verdict;
import dev.plumbline.validation.Outcome;
import dev.plumbline.validation.Validation;

/// A validation as a Markdown page, to be committed: misses first, then what has no figure, then all.
public final class ValidationPage {
    private ValidationPage() {}

    public static String written(String title, Validation validation) {
        StringBuilder out = new StringBuilder("# ").append(title).append("\n\n");
        out.append(ValidationReport.tally(validation)).append(".\n\n");
        out.append("`plumbline validate` prints this. What stands under \"how\" is what was computed: `plumbline"
                + " calc` takes"
                + " it as it stands, and what begins with `simulate:` was [simulated](serving.md).\n\n");
        if (validation.count(Verdict.OUTSIDE) > 0) {
            out.append("## Outside\n\n");
            table(out, validation, Verdict.OUTSIDE);
        }
        if (validation.count(Verdict.NOT_COMPUTED) > 0) {
            out.append("## Without a figure of ours\n\n| case | quantity | why |\n| --- | --- | --- |\n");
            validation.comparisons().stream()
                    .filter(each -> each.verdict() == Verdict.NOT_COMPUTED)
                    .forEach(each -> out.append("| %s | %s | %s |\n"
                            .formatted(each.given().id(), cell(each.given().quantity()), cell(each.why()))));
            out.append('\n');
        }
        out.append("## Inside\n\n");
        table(out, validation, Verdict.INSIDE);
        return out.toString();
    }

    private static void table(StringBuilder out, Validation validation, Verdict verdict) {
        out.append("| case | ours | theirs | unit | allowed | how | source |\n");
        out.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Comparison each : validation.comparisons()) {
            if (each.verdict() == verdict && each.outcome() instanceof Outcome.Ours(var computed)) {
                out.append("| %s | %s | %s | %s | %s | `%s` | %s |\n"
                        .formatted(
                                each.given().id(),
                                ValidationReport.ours(computed),
                                Decimals.of(each.given().theirs()),
                                each.given().unit(),
                                each.given().tolerance().text(),
                                cell(computed.how()),
                                cell(each.given().source())));
            }
        }
        out.append('\n');
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
