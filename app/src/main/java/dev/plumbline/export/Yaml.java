package dev.plumbline.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// YAML that is written to be read: keys in the order given, two spaces a level, queries of several lines as blocks,
/// and
/// comments before what they speak of. What YAML 1.1 or 1.2 would take for something else than text is quoted.
sealed interface Yaml {
    /// Text of one or more lines.
    record Text(String text) implements Yaml {}

    /// Text that is always in double quotes, where a reader expects it.
    record Quoted(String text) implements Yaml {}

    record Digits(BigDecimal number) implements Yaml {}

    record Flag(boolean flag) implements Yaml {}

    /// A sequence; a comment may stand before an item.
    record Items(List<Item> items) implements Yaml {
        public Items {
            items = List.copyOf(items);
        }

        static Items of(List<? extends Yaml> values) {
            return new Items(values.stream().map(value -> new Item("", value)).toList());
        }
    }

    /// @param comment without `#`; empty for none
    record Item(String comment, Yaml value) {}

    /// A mapping.
    final class Keys implements Yaml {
        private final List<String> keys = new ArrayList<>();
        private final List<Yaml> values = new ArrayList<>();

        Keys put(String key, Yaml value) {
            keys.add(key);
            values.add(value);
            return this;
        }

        Keys put(String key, String text) {
            return put(key, new Text(text));
        }

        Keys put(String key, BigDecimal number) {
            return put(key, new Digits(number));
        }

        Keys put(String key, boolean flag) {
            return put(key, new Flag(flag));
        }

        /// Keys and values of another, after these.
        Keys putAll(Keys others) {
            keys.addAll(others.keys);
            values.addAll(others.values);
            return this;
        }
    }

    static Keys keys() {
        return new Keys();
    }

    /// The document's text.
    static String written(Keys document) {
        StringBuilder out = new StringBuilder();
        keys(document, "", out);
        return out.toString();
    }

    private static void keys(Keys keys, String indent, StringBuilder out) {
        for (int i = 0; i < keys.keys.size(); i++) {
            out.append(i == 0 ? "" : indent).append(keys.keys.get(i)).append(':');
            value(keys.values.get(i), indent, out);
        }
    }

    private static void value(Yaml value, String indent, StringBuilder out) {
        switch (value) {
            case Keys keys -> {
                out.append(keys.keys.isEmpty() ? " {}\n" : "\n" + indent + "  ");
                keys(keys, indent + "  ", out);
            }
            case Items items -> items(items, indent, out);
            case Text(String text) when text.contains("\n") && !text.startsWith(" ") -> block(text, indent + "  ", out);
            case Text _, Quoted _, Digits _, Flag _ ->
                out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static void items(Items items, String indent, StringBuilder out) {
        out.append(items.items().isEmpty() ? " []\n" : "\n");
        for (Item item : items.items()) {
            item.comment()
                    .lines()
                    .forEach(
                            line -> out.append(indent).append("# ").append(line).append('\n'));
            out.append(indent).append("- ");
            if (item.value() instanceof Keys keys) {
                keys(keys, indent + "  ", out);
            } else {
                out.append(scalar(item.value())).append('\n');
            }
        }
    }

    private static void block(String text, String indent, StringBuilder out) {
        out.append(" |\n");
        text.lines()
                .forEach(line ->
                        out.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
    }

    private static String scalar(Yaml value) {
        return switch (value) {
            case Digits(BigDecimal number) -> Decimal.text(number);
            case Flag(boolean flag) -> Boolean.toString(flag);
            case Text(String text) -> Plain.is(text) ? text : quoted(text);
            case Quoted(String text) -> quoted(text);
            case Keys _, Items _ -> throw new IllegalArgumentException("A list of lists is not written.");
        };
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0xfeff || c == 0x2028 || c == 0x2029) {
                        out.append("\\u%04x".formatted(c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    /// Text that needs no quotes.
    final class Plain {
        /// Text that begins with a letter and has neither `: ` nor ` #`; or a time such as `5m`.
        private static final Pattern SAFE = Pattern.compile(
                "\\p{L}(?!.*(: | #|[:\\s]$))[^\\p{Cntrl}\\u0085\\u2028\\u2029\\ufeff]*|[0-9]+[mhdwMQY]");

        private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");

        private Plain() {}

        static boolean is(String text) {
            return SAFE.matcher(text).matches() && !WORD.matcher(text).matches();
        }
    }
}
