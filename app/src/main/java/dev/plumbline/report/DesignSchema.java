package dev.plumbline.report;

import dev.plumbline.design.Language;
import dev.plumbline.design.Shape;
import dev.plumbline.design.Shape.Field;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The design language as JSON Schema (draft 2020-12), for editors that complete and check while one types.
///
/// The schema is wider than the language: it knows keys, forms and words, but neither dimensions nor names. What it
/// refuses, `plumbline check` refuses too.
public final class DesignSchema {
    private static final String QUANTITY = "quantity";
    private static final String VARYING = "varying quantity";
    private static final String TEXT = "text";
    private static final String REF = "$ref";

    private final ObjectNode definitions = Json.object();

    private DesignSchema() {}

    /// The schema, ended by a line feed.
    public static String written() {
        return new DesignSchema().document();
    }

    private String document() {
        ObjectNode root = Json.object();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "https://plumbline.dev/schema/design.schema.json");
        root.put("title", "Plumbline design");
        root.put("description", "The design of an ML system and what it has to achieve.");
        root.setAll(mapping(Language.DESIGN));
        quantities();
        ObjectNode step = Json.object();
        ArrayNode forms = step.putArray("anyOf");
        forms.add(text("The name of a component or a path."));
        forms.add(shape(Language.STEP));
        definitions.set(key("path step"), step);
        root.set("$defs", definitions);
        return Json.written(root);
    }

    private ObjectNode shape(Shape shape) {
        return switch (shape) {
            case Shape.Text _ -> reference(TEXT);
            case Shape.Sentence _ -> Json.object().put("type", "string");
            case Shape.Choice(var words) -> {
                ObjectNode node = Json.object();
                ArrayNode values = node.putArray("enum");
                words.forEach(values::add);
                yield node;
            }
            case Shape.Amount amount -> reference(amount.varies() ? VARYING : QUANTITY);
            case Shape.Reference _ -> Json.object().put("type", "string");
            case Shape.Fields fields -> {
                if (!definitions.has(key(fields.name()))) {
                    definitions.putObject(key(fields.name())).setAll(mapping(fields));
                }
                yield reference(fields.name());
            }
            case Shape.Table(var each) -> {
                ObjectNode node = Json.object().put("type", "object");
                free(node);
                node.set("additionalProperties", shape(each));
                yield node;
            }
            case Shape.ListOf(var each) -> {
                ObjectNode node = Json.object().put("type", "array");
                node.set("items", shape(each));
                yield node;
            }
            case Shape.Either(var alternatives) -> {
                ObjectNode node = Json.object();
                ArrayNode forms = node.putArray("anyOf");
                alternatives.forEach(alternative -> forms.add(shape(alternative)));
                yield node;
            }
            case Shape.StepShape _ -> reference("path step");
            case Shape.AnyShape _ -> Json.object();
        };
    }

    private ObjectNode mapping(Shape.Fields fields) {
        ObjectNode node = Json.object().put("type", "object");
        ArrayNode required = Json.object().putArray("required");
        ObjectNode properties = Json.object();
        for (Field field : fields.fields()) {
            if (field.required()) {
                required.add(field.key());
            }
            properties.set(field.key(), described(field));
        }
        if (!required.isEmpty()) {
            node.set("required", required);
        }
        node.set("properties", properties);
        free(node);
        node.put("additionalProperties", false);
        return node;
    }

    private ObjectNode described(Field field) {
        ObjectNode node = Json.object();
        String due = due(field.shape());
        node.put("description", due.isEmpty() ? field.doc() : field.doc() + " " + due);
        return node.setAll(shape(field.shape()));
    }

    /// What the schema cannot check but an editor can show.
    private static String due(Shape shape) {
        return switch (shape) {
            case Shape.Amount(var measure, var varies) -> "Due: " + measure.words() + (varies ? "; may vary." : ".");
            case Shape.Reference(var sections) ->
                "Due: a name from " + sections.stream().map(Shape.Section::key).collect(Collectors.joining(" or "))
                        + ".";
            case Shape.Text _,
                    Shape.Sentence _,
                    Shape.Choice _,
                    Shape.Fields _,
                    Shape.Table _,
                    Shape.ListOf _,
                    Shape.Either _,
                    Shape.StepShape _,
                    Shape.AnyShape _ -> "";
        };
    }

    private void quantities() {
        ObjectNode quantity = Json.object();
        ArrayNode forms = quantity.putArray("anyOf");
        forms.add(number());
        ObjectNode unknown = forms.addObject().put("type", "object");
        unknown.putArray("required").add("unknown");
        unknown.putObject("properties")
                .putObject("unknown")
                .put("type", "object")
                .put(
                        "description",
                        "One value that nobody knows: {p5, p50, p95}, {uniform: [low, high]}, "
                                + "{triangular: [low, mode, high]} or {beta: [alpha, beta]}.");
        unknown.put("additionalProperties", false);
        definitions.set(TEXT, text());
        definitions.set(QUANTITY, quantity);

        ObjectNode varying = Json.object();
        ArrayNode shapes = varying.putArray("anyOf");
        shapes.add(reference(QUANTITY));
        shapes.add(percentiles());
        shapes.add(object("mean", QUANTITY, "cv", QUANTITY));
        shapes.add(object("exponential", QUANTITY));
        ObjectNode pareto = object();
        pareto.putArray("required").add("pareto");
        ((ObjectNode) pareto.get("properties")).set("pareto", object("min", QUANTITY, "tail", QUANTITY));
        shapes.add(pareto);
        shapes.add(mix());
        shapes.add(measured());
        definitions.set(key(VARYING), varying);
    }

    private static ObjectNode number() {
        ObjectNode node = Json.object();
        node.putArray("type").add("string").add("number");
        return node.put("description", "A number with a unit, a range such as 4 .. 8 ms, or an expression.");
    }

    private static ObjectNode percentiles() {
        ObjectNode node = Json.object().put("type", "object");
        node.put("description", "Percentiles over requests, such as {p50: 8 ms, p99: 40 ms}.");
        node.put("minProperties", 2);
        node.putObject("patternProperties").set("^p[0-9]+([.][0-9]+)?$", reference(QUANTITY));
        return node.put("additionalProperties", false);
    }

    private static ObjectNode mix() {
        ObjectNode node = object();
        node.putArray("required").add("mix");
        ObjectNode mix = ((ObjectNode) node.get("properties")).putObject("mix").put("type", "array");
        mix.set("items", object("share", QUANTITY, "of", VARYING));
        return node;
    }

    private static ObjectNode measured() {
        ObjectNode node = object();
        node.put("description", "Values measured, from a CSV or HdrHistogram file in the design's folder.");
        node.putArray("required").add("measured");
        ObjectNode properties = (ObjectNode) node.get("properties");
        properties.putObject("measured").put("type", "string");
        properties.putObject("column").put("type", "string");
        return node;
    }

    /// A mapping of exactly these keys, each followed by the name of its definition.
    private static ObjectNode object(String... keysAndShapes) {
        ObjectNode node = Json.object().put("type", "object");
        if (keysAndShapes.length > 0) {
            ArrayNode required = node.putArray("required");
            for (int i = 0; i < keysAndShapes.length; i += 2) {
                required.add(keysAndShapes[i]);
            }
        }
        ObjectNode properties = node.putObject("properties");
        for (int i = 0; i < keysAndShapes.length; i += 2) {
            properties.set(keysAndShapes[i], reference(keysAndShapes[i + 1]));
        }
        return node.put("additionalProperties", false);
    }

    /// Text may look like a number, as a version does.
    private static ObjectNode text() {
        ObjectNode node = Json.object();
        node.putArray("type").add("string").add("number");
        return node;
    }

    private static ObjectNode text(String description) {
        return Json.object().put("type", "string").put("description", description);
    }

    private static void free(ObjectNode node) {
        node.putObject("patternProperties")
                .putObject("^x-")
                .put("description", "Yours: Plumbline does not look at it.");
    }

    private static ObjectNode reference(String name) {
        return Json.object().put(REF, "#/$defs/" + key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
