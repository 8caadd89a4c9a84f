package dev.plumbline.report;

import dev.plumbline.formula.Formulas;
import dev.plumbline.quantity.Function;
import java.util.Optional;

/// What a function does, for a person at a prompt.
public final class FunctionText {
    private FunctionText() {}

    /// All of them by subject, one a line.
    public static String every() {
        StringBuilder out = new StringBuilder();
        for (Formulas.Group group : Formulas.groups()) {
            out.append(group.subject()).append('\n');
            group.functions()
                    .forEach(function ->
                            out.append("  ").append(function.signature()).append('\n'));
        }
        return out.toString();
    }

    /// One of them: what it computes, how, from what, and who says so.
    public static Optional<String> of(String name) {
        return Formulas.every().find(name).map(FunctionText::told);
    }

    private static String told(Function function) {
        StringBuilder out = new StringBuilder(function.signature()).append('\n');
        out.append("  ").append(function.about()).append('\n');
        out.append("  = ").append(function.formula()).append('\n');
        int names = function.parameters().stream()
                .mapToInt(parameter -> parameter.name().length())
                .max()
                .orElse(0);
        function.parameters()
                .forEach(parameter -> out.append("  ")
                        .append(Paragraph.padded(parameter.name(), names))
                        .append("  ")
                        .append(parameter.about())
                        .append('\n'));
        return out.append("  ").append(function.source()).append('\n').toString();
    }
}
