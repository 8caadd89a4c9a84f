package dev.plumbline.source;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Node.Kind;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// Tags: those of the core schema are honoured and all others refused, since a tag that asks for an object of some
/// programming language has no place in a design.
final class Tags {
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Map<String, Kind> KINDS = Map.of(
            CORE + "str",
            Kind.STRING,
            CORE + "null",
            Kind.NULL,
            CORE + "bool",
            Kind.BOOL,
            CORE + "int",
            Kind.INT,
            CORE + "float",
            Kind.FLOAT,
            "!",
            Kind.STRING);

    private Tags() {}

    /// The kind a scalar's tag gives it.
    static Kind kind(ScalarEvent event, Kind untagged, Span span, Problems problems) {
        String tag = event.getTag().orElse("!");
        Kind kind = KINDS.get(tag);
        if (kind == null) {
            refuse(tag, span, problems);
            return untagged;
        }
        Kind written = CoreSchema.kind(event.getValue());
        boolean fits = kind == Kind.STRING || kind == written || (kind == Kind.FLOAT && written == Kind.INT);
        if (!fits) {
            problems.error(
                    "yaml.tag",
                    span.place(),
                    "\"%s\" does not fit its tag \"%s\"".formatted(event.getValue(), shown(tag)),
                    "the tag says how the value is to be read",
                    "delete the tag");
            return untagged;
        }
        return kind;
    }

    /// Refuses a collection's tag unless it is `expected`.
    static void check(CollectionStartEvent event, String expected, Span span, Problems problems) {
        Optional<String> tag = event.getTag();
        tag.filter(given -> !given.equals(expected) && !given.equals("!"))
                .ifPresent(given -> refuse(given, span, problems));
    }

    private static void refuse(String tag, Span span, Problems problems) {
        problems.error(
                "yaml.tag",
                span.place(),
                "the tag \"%s\" is not allowed".formatted(shown(tag)),
                "a design holds data only; tags could ask for objects of a programming language",
                "delete the tag");
    }

    private static String shown(String tag) {
        return tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
    }
}
