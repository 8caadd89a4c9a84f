package dev.plumbline.report;

import dev.plumbline.design.Language;
import dev.plumbline.design.Shape;
import dev.plumbline.design.Shape.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The reference page of the design language: a table for each mapping, in the order in which a reader meets them.
final class LanguagePage {
    private static final String HEAD = """
            # The keys of a design

            Generated from the code; what the keys mean together is told in [the language](../language.md).

            Keys that start with `x-` are free anywhere. Every other key that is not listed here is an error.

            """;

    private final Map<String, Shape.Fields> pages = new LinkedHashMap<>();
    private final Deque<Shape.Fields> open = new ArrayDeque<>();

    private LanguagePage() {}

    static String written() {
        return new LanguagePage().page();
    }

    private String page() {
        StringBuilder out = new StringBuilder(HEAD);
        meet(Language.DESIGN);
        while (!open.isEmpty()) {
            Shape.Fields fields = open.removeFirst();
            out.append("## ").append(fields.name()).append("\n\n");
            out.append("| key | form | required | meaning |\n| --- | --- | --- | --- |\n");
            for (Field field : fields.fields()) {
                out.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                field.key(),
                                form(field.shape()),
                                field.required() ? "yes" : "",
                                field.doc().replace("|", "\\|")));
            }
            out.append('\n');
        }
        return out.toString().stripTrailing() + "\n";
    }

    private void meet(Shape.Fields fields) {
        if (pages.putIfAbsent(fields.name(), fields) == null) {
            open.addLast(fields);
        }
    }

    private String form(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> "text";
            case Shape.Sentence _ -> "a requirement's sentence";
            case Shape.Choice(var words) ->
                words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
            case Shape.Amount(var measure, var varies) -> measure.words() + (varies ? "; may vary" : "");
            case Shape.Reference(var sections) ->
                "a name from "
                        + sections.stream()
                                .map(section -> "`" + section.key() + "`")
                                .collect(Collectors.joining(" or "));
            case Shape.Fields fields -> {
                meet(fields);
                yield "[" + fields.name() + "](#" + fields.name().replace(' ', '-') + ")";
            }
            case Shape.Table(var each) -> "names, each with: " + form(each);
            case Shape.ListOf(var each) -> "a list of: " + form(each);
            case Shape.Either(var alternatives) ->
                alternatives.stream().map(this::form).collect(Collectors.joining("; or "));
            case Shape.StepShape _ -> {
                meet(Language.STEP);
                yield "a name from `components` or `paths`; or [step](#step)";
            }
            case Shape.AnyShape _ -> "anything";
        };
    }
}
