package dev.plumbline.source;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Node.Entry;
import dev.plumbline.source.Node.Kind;
import dev.plumbline.source.Node.Scalar;
import dev.plumbline.source.Node.Style;
import java.util.Optional;

/// Rules on single keys.
final class Keys {
    private Keys() {}

    /// The entry, mended where what was meant is plain; empty if nothing can be kept of it.
    static Optional<Entry> entry(Scalar key, Node value, boolean flow, Problems problems) {
        if (key.style() == Style.PLAIN && key.text().equals("<<")) {
            problems.error(
                    "yaml.merge-key",
                    key.place(),
                    "\"<<\" is not a key",
                    "merge keys belong to YAML 1.1; under 1.2 it is an ordinary key and nothing would be merged",
                    "write the keys out, or share them with \"include:\"");
            return Optional.empty();
        }
        if (key.isMissing()) {
            problems.error(
                    "yaml.key",
                    key.place(),
                    "a key is missing in front of the colon",
                    "every value has a name, so that messages and other parts of the design can refer to it",
                    "write the key, or delete the colon");
            return Optional.empty();
        }
        if (flow && isMissing(value) && key.style() == Style.PLAIN && key.text().indexOf(':') > 0) {
            return Optional.of(split(key, problems));
        }
        if (key.kind() != Kind.STRING) {
            problems.error(
                    "yaml.key",
                    key.place(),
                    "the key \"%s\" is %s".formatted(key.text(), article(key)),
                    "keys are names, and YAML reads this one as something else",
                    "write \"%s\", with the quotes, or choose a name that begins with a letter".formatted(key.text()));
        }
        return Optional.of(new Entry(key, value));
    }

    private static String article(Scalar key) {
        return key.kind() == Kind.INT || key.kind() == Kind.FLOAT ? "a number" : key.noun();
    }

    private static boolean isMissing(Node value) {
        return value instanceof Scalar scalar && scalar.isMissing();
    }

    private static Entry split(Scalar key, Problems problems) {
        int colon = key.text().indexOf(':');
        String before = key.text().substring(0, colon);
        String behind = key.text().substring(colon + 1);
        SyntaxFault.sayNoSpace(key.place(0, colon + 1), key.text(), problems);
        Kind kind = CoreSchema.kind(behind);
        return new Entry(
                new Scalar(before, Style.PLAIN, Kind.STRING, key.part(0, colon)),
                new Scalar(
                        behind,
                        Style.PLAIN,
                        kind,
                        key.part(colon + 1, key.text().length())));
    }
}
