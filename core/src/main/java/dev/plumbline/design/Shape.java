package dev.plumbline.design;

import java.util.List;
import java.util.Optional;

/// What may stand at a place in a design file. One description serves the reader's checks, the messages about unknown
/// keys, the JSON Schema and the reference page, so the four cannot disagree.
public sealed interface Shape {

    /// Free text, such as a reason or a person's sentence.
    record Text() implements Shape {}

    /// The text of a requirement's one sentence.
    record Sentence() implements Shape {}

    /// One of a few words.
    record Choice(List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }

        static Choice of(String... words) {
            return new Choice(List.of(words));
        }
    }

    /// A quantity: a number with a unit, an unknown range or an expression.
    ///
    /// @param measure what the quantity has to measure
    /// @param varies whether it may differ from request to request, as a mapping of percentiles
    record Amount(Measure measure, boolean varies) implements Shape {}

    /// The name of something else in the file.
    record Reference(List<Section> sections) implements Shape {
        public Reference {
            sections = List.copyOf(sections);
        }

        static Reference to(Section... sections) {
            return new Reference(List.of(sections));
        }
    }

    /// A mapping with known keys.
    ///
    /// @param name what a person calls such a mapping: "component", "scenario"
    record Fields(String name, List<Field> fields) implements Shape {
        public Fields {
            fields = List.copyOf(fields);
        }

        static Fields of(String name, Field... fields) {
            return new Fields(name, List.of(fields));
        }

        /// The field of that key, if there is one.
        public Optional<Field> field(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }

        /// The keys in the order in which they are documented.
        public List<String> keys() {
            return fields.stream().map(Field::key).toList();
        }
    }

    /// A mapping whose keys are names that the author chooses.
    ///
    /// @param each what stands behind each name
    record Table(Shape each) implements Shape {}

    /// A sequence.
    record ListOf(Shape each) implements Shape {}

    /// Several forms, told apart by whether a scalar, a mapping or a sequence stands there.
    record Either(List<Shape> alternatives) implements Shape {
        public Either {
            alternatives = List.copyOf(alternatives);
        }

        static Either of(Shape... alternatives) {
            return new Either(List.of(alternatives));
        }
    }

    /// One step of a path: a name, or a mapping with a policy. Steps hold steps, so the shape refers to itself by name.
    record StepShape() implements Shape {}

    /// Anything; it is kept and shown, and nothing is computed from it yet.
    record AnyShape() implements Shape {}

    /// One key of a mapping.
    ///
    /// @param key the key as written
    /// @param shape what may stand behind it
    /// @param required whether the mapping is wrong without it
    /// @param doc one sentence on what it means
    record Field(String key, Shape shape, boolean required, String doc) {
        static Field required(String key, Shape shape, String doc) {
            return new Field(key, shape, true, doc);
        }

        static Field optional(String key, Shape shape, String doc) {
            return new Field(key, shape, false, doc);
        }
    }

    /// The named sections of a design, to which a name can refer.
    enum Section {
        ASSUME("assume"),
        REGIONS("regions"),
        WORKLOAD("workload"),
        COMPONENTS("components"),
        PATHS("paths"),
        SOURCES("sources"),
        DATA("data"),
        MODELS("models"),
        SCENARIOS("scenarios"),
        REQUIREMENTS("requirements");

        private final String key;

        Section(String key) {
            this.key = key;
        }

        /// The section's key in the file.
        public String key() {
            return key;
        }
    }
}
