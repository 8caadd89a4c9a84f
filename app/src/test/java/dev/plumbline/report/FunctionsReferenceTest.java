package dev.plumbline.report;

import dev.plumbline.formula.Formulas;
import dev.plumbline.quantity.Function;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FunctionsReferenceTest {
    private static final String HEAD = """
            # The functions of an expression

            Generated from the code. A design may call these wherever it takes an expression, and so may `plumbline calc`.

            Units are checked: a parameter takes any unit of its kind, `2 GB/s` as well as `16 Gbps`. A number of something is
            welcome with its noun and without it, `32 layer` or `32`. Where an argument is unknown, so is the answer.

            `if(condition, then, otherwise)`, `mean(name)`, `quantile(name, 99 %)` and `mean_at(name, size)` belong to
            [the language](../language.md) itself.

            """;

    @Test
    void theReferencePageIsTheOneTheCodeWrites() throws IOException {
        StringBuilder out = new StringBuilder(HEAD);
        for (Formulas.Group group : Formulas.groups()) {
            out.append("## ").append(group.subject()).append("\n\n");
            group.functions().forEach(function -> write(function, out));
        }
        Golden.hold("docs/reference/functions.md", out.toString());
    }

    private static void write(Function function, StringBuilder out) {
        out.append("### ").append(function.signature()).append("\n\n");
        out.append(sentence(function.about())).append("\n\n");
        out.append("```\n").append(function.formula()).append("\n```\n\n");
        out.append("| parameter | measured as | what it is |\n| --- | --- | --- |\n");
        function.parameters()
                .forEach(parameter -> out.append("| `%s` | %s | %s |\n"
                        .formatted(parameter.name(), measured(parameter.wants()), parameter.about())));
        out.append("\nSource: ").append(function.source()).append(".\n\n");
    }

    private static String sentence(String about) {
        return Character.toUpperCase(about.charAt(0)) + about.substring(1) + ".";
    }

    private static String measured(Function.Wants wants) {
        return switch (wants) {
            case Function.Wants.Exactly(var dimension) -> dimension.words();
            case Function.Wants.UpToCounts(var dimension) -> dimension.isNone() ? "a count" : dimension.words();
            case Function.Wants.SameAsFirst _ -> "as the first";
            case Function.Wants.Anything _ -> "anything";
        };
    }
}
