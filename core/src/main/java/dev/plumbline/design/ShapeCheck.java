package dev.plumbline.design;

import dev.plumbline.design.Shape.Field;
import dev.plumbline.design.Shape.Fields;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Checks a tree against the language's shapes: unknown keys, missing keys, unknown words and values of another form.
///
/// What it lets pass has the right form everywhere, so that what reads it afterwards need not look again.
final class ShapeCheck {
    private final List<Diagnostic> faults = new ArrayList<>();

    private ShapeCheck() {}

    /// All faults of the tree, in the order of the walk.
    static List<Diagnostic> faults(Node node, Shape shape) {
        var check = new ShapeCheck();
        check.visit(node, shape, "");
        return List.copyOf(check.faults);
    }

    private void visit(Node node, Shape shape, String key) {
        switch (shape) {
            case Fields fields -> visitFields(node, fields, key);
            case Shape.Table table -> visitTable(node, table, key);
            case Shape.ListOf list -> visitList(node, list, key);
            case Shape.Either either -> visitEither(node, either, key);
            case Shape.StepShape _ -> visitStep(node, key);
            case Shape.AnyShape _ -> {}
            case Shape.Choice choice -> visitChoice(node, choice, key);
            case Shape.Amount amount -> {
                if (!isAmount(node, amount)) {
                    otherForm(node, key, amount.measure().words());
                }
            }
            case Shape.Text _, Shape.Sentence _, Shape.Reference _ -> {
                if (!(node instanceof Node.Scalar scalar) || scalar.isMissing()) {
                    otherForm(node, key, describe(shape));
                }
            }
        }
    }

    private void visitFields(Node node, Fields fields, String key) {
        if (!(node instanceof Node.Mapping mapping)) {
            otherForm(node, key, describe(fields));
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            String word = entry.key().text();
            if (word.startsWith("x-")) {
                continue;
            }
            Optional<Field> field = fields.field(word);
            if (field.isPresent()) {
                visit(entry.value(), field.get().shape(), word);
            } else {
                unknownKey(entry.key(), fields);
            }
        }
        for (Field field : fields.fields()) {
            if (field.required() && mapping.get(field.key()).isEmpty()) {
                missingKey(mapping, field, fields, key);
            }
        }
    }

    private void visitTable(Node node, Shape.Table table, String key) {
        if (!(node instanceof Node.Mapping mapping)) {
            otherForm(node, key, "a mapping from names to %ss".formatted(describeEach(table.each())));
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            if (!entry.key().text().startsWith("x-")) {
                visit(entry.value(), table.each(), entry.key().text());
            }
        }
    }

    private void visitList(Node node, Shape.ListOf list, String key) {
        if (!(node instanceof Node.Sequence sequence)) {
            otherForm(node, key, "a list, such as [a, b]");
            return;
        }
        for (Node item : sequence.items()) {
            visit(item, list.each(), key);
        }
    }

    private void visitEither(Node node, Shape.Either either, String key) {
        for (Shape alternative : either.alternatives()) {
            if (formFits(node, alternative)) {
                visit(node, alternative, key);
                return;
            }
        }
        otherForm(
                node,
                key,
                either.alternatives().stream().map(ShapeCheck::describe).collect(Collectors.joining(", or ")));
    }

    /// A step is a name, a list of steps, or a mapping with a policy.
    private void visitStep(Node node, String key) {
        switch (node) {
            case Node.Scalar scalar -> {
                if (scalar.isMissing()) {
                    otherForm(node, key, "a step: a component's name, or a mapping such as {call: ranker}");
                }
            }
            case Node.Sequence sequence -> sequence.items().forEach(item -> visit(item, new Shape.StepShape(), key));
            case Node.Mapping mapping -> {
                visitFields(mapping, Language.STEP, key);
                verbs(mapping);
            }
        }
    }

    /// A mapping is one step, so it has one verb.
    private void verbs(Node.Mapping mapping) {
        List<Node.Entry> verbs = mapping.entries().stream()
                .filter(entry -> Language.VERBS.contains(entry.key().text()))
                .toList();
        if (verbs.size() == 1) {
            return;
        }
        Place place = verbs.isEmpty() ? mapping.place() : verbs.get(1).key().place();
        String what = verbs.isEmpty()
                ? "this step does nothing"
                : "\"%s\" and \"%s\" stand in one step"
                        .formatted(verbs.get(0).key().text(), verbs.get(1).key().text());
        faults.add(new Diagnostic(
                Severity.ERROR,
                "design.step-verb",
                place,
                what,
                "a step has one of " + String.join(", ", Language.VERBS),
                verbs.isEmpty()
                        ? "name what is called, such as {call: ranker, timeout: 60 ms}"
                        : "make them two steps, one after the other"));
    }

    private void visitChoice(Node node, Shape.Choice choice, String key) {
        if (!(node instanceof Node.Scalar scalar)) {
            otherForm(node, key, describe(choice));
            return;
        }
        if (!choice.words().contains(scalar.text())) {
            faults.add(new Diagnostic(
                    Severity.ERROR,
                    "design.unknown-word",
                    scalar.place(),
                    "\"%s\" is not a value of %s".formatted(scalar.text(), key),
                    "%s is one of %s".formatted(key, String.join(", ", choice.words())),
                    Nearest.to(scalar.text(), choice.words())
                            .map("write \"%s\""::formatted)
                            .orElse("choose one of them")));
        }
    }

    private void unknownKey(Node.Scalar key, Fields fields) {
        faults.add(new Diagnostic(
                Severity.ERROR,
                "design.unknown-key",
                key.place(),
                "%s %s has no key \"%s\""
                        .formatted(
                                "aeiou".indexOf(fields.name().charAt(0)) < 0 ? "a" : "an", fields.name(), key.text()),
                "a mistyped key would be ignored without a word; the keys are " + String.join(", ", fields.keys()),
                Nearest.to(key.text(), fields.keys())
                        .map("write \"%s\""::formatted)
                        .orElse("remove it, or name it \"x-%s\" to keep a note of your own".formatted(key.text()))));
    }

    private void missingKey(Node.Mapping mapping, Field field, Fields fields, String key) {
        faults.add(new Diagnostic(
                Severity.ERROR,
                "design.missing-key",
                mapping.place(),
                key.isEmpty()
                        ? "the %s has no \"%s\"".formatted(fields.name(), field.key())
                        : "%s \"%s\" has no \"%s\"".formatted(fields.name(), key, field.key()),
                "what it would say: " + clause(field.doc()),
                "add \"%s: %s\"".formatted(field.key(), example(field.shape()))));
    }

    /// A sentence of the reference as a clause of a message.
    private static String clause(String doc) {
        String open = doc.endsWith(".") ? doc.substring(0, doc.length() - 1) : doc;
        return Character.toLowerCase(open.charAt(0)) + open.substring(1);
    }

    private void otherForm(Node node, String key, String due) {
        String what = node instanceof Node.Scalar scalar && scalar.isMissing()
                ? "\"%s\" has no value".formatted(key)
                : "%s is %s".formatted(key.isEmpty() ? "the design" : '"' + key + '"', form(node));
        faults.add(new Diagnostic(
                Severity.ERROR, "design.form", node.place(), what, "here stands " + due, "write " + due));
    }

    private static boolean formFits(Node node, Shape shape) {
        return switch (shape) {
            case Shape.Text _, Shape.Sentence _, Shape.Choice _, Shape.Reference _ ->
                node instanceof Node.Scalar scalar && !scalar.isMissing();
            case Shape.Amount amount -> isAmount(node, amount);
            case Fields _, Shape.Table _ -> node instanceof Node.Mapping;
            case Shape.ListOf _ -> node instanceof Node.Sequence;
            case Shape.Either either -> either.alternatives().stream().anyMatch(each -> formFits(node, each));
            case Shape.StepShape _, Shape.AnyShape _ -> true;
        };
    }

    /// A scalar, `{unknown: ...}`, or a mapping of percentiles where the amount may vary.
    private static boolean isAmount(Node node, Shape.Amount amount) {
        return switch (node) {
            case Node.Scalar scalar -> !scalar.isMissing();
            case Node.Mapping mapping ->
                amount.varies() || mapping.get("unknown").isPresent();
            case Node.Sequence _ -> false;
        };
    }

    private static String form(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> "the text \"%s\"".formatted(scalar.text());
            case Node.Mapping _ -> "a mapping";
            case Node.Sequence _ -> "a list";
        };
    }

    /// What a shape is, in words, for a message.
    static String describe(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> "a text";
            case Shape.Sentence _ -> "a sentence, such as p99 latency of rank <= 120 ms at peak";
            case Shape.Choice choice -> "one of " + String.join(", ", choice.words());
            case Shape.Amount amount -> amount.measure().words();
            case Shape.Reference reference ->
                "a name from "
                        + reference.sections().stream().map(Shape.Section::key).collect(Collectors.joining(" or "));
            case Fields fields -> "a mapping with the keys of a " + fields.name();
            case Shape.Table _ -> "a mapping from names";
            case Shape.ListOf _ -> "a list, such as [a, b]";
            case Shape.Either either ->
                either.alternatives().stream().map(ShapeCheck::describe).collect(Collectors.joining(", or "));
            case Shape.StepShape _ -> "a step";
            case Shape.AnyShape _ -> "anything";
        };
    }

    private static String describeEach(Shape shape) {
        return shape instanceof Fields fields ? fields.name() : "value";
    }

    private static String example(Shape shape) {
        return switch (shape) {
            case Shape.Choice choice -> choice.words().getFirst();
            case Shape.Amount amount -> amount.measure().example();
            case Fields _ -> "{...}";
            case Shape.Table _,
                    Shape.AnyShape _,
                    Shape.Text _,
                    Shape.Sentence _,
                    Shape.Reference _,
                    Shape.StepShape _ -> "...";
            case Shape.ListOf _ -> "[...]";
            case Shape.Either either -> example(either.alternatives().getFirst());
        };
    }
}
