package dev.plumbline.requirement;

import java.util.regex.Pattern;

/// Scalars of YAML 1.2, quoted only where a reader would take them for something else, in a flow mapping or out of it.
final class PlainYaml {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}(][\\p{L}\\p{N} ._/%<>=()+*^$-]*(?<! )");
    private static final Pattern TYPED =
            Pattern.compile("(?i)true|false|null|[-+.]?[0-9][0-9_.]*(e[-+]?[0-9]+)?|0[xo][0-9a-f]+");

    private PlainYaml() {}

    /// A quantity or a sentence of the language: a number is one with quotes and without.
    static String value(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /// Words of a person, which stay words where they look like a number or a truth value.
    static String words(String text) {
        return TYPED.matcher(text).matches() ? quoted(text) : value(text);
    }

    /// In double quotes.
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').appendCodePoint(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                        out.append("\\u%04x".formatted(c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
