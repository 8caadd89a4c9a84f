package dev.plumbline.workshop;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Values of YAML on one line, and the same as a person says them.
final class Scalars {
    private static final Pattern PLAIN = Pattern.compile("[\\w$(-][\\w .%/*+()^<>=$-]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w-]*");
    /// Words that YAML takes for truth or for nothing.
    private static final Pattern OTHERWISE = Pattern.compile("(?i)true|false|null|~|yes|no|on|off");

    private static final Pattern TWO_TIMES = Pattern.compile("(?:p50 )?([^,;{}]+?)\\s*[,;]\\s*(?:p99 )?([^,;{}]+)");

    private Scalars() {}

    static String prose(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace('\t', ' ') + '"';
    }

    /// A quantity or a sentence, quoted only where YAML would misread it.
    static String plain(String text) {
        return PLAIN.matcher(text).matches() && !OTHERWISE.matcher(text).matches() ? text : prose(text);
    }

    /// `4 ms, 9 ms` is a median and a p99; a mapping is left as typed.
    static String varying(String text) {
        Matcher two = TWO_TIMES.matcher(text);
        return two.matches()
                ? "{p50: %s, p99: %s}"
                        .formatted(two.group(1).strip(), two.group(2).strip())
                : text.startsWith("{") ? text : plain(text);
    }

    static String names(String text) {
        String inside = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return Arrays.stream(inside.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each ->
                        NAME.matcher(each).matches() && !OTHERWISE.matcher(each).matches()
                                ? each
                                : each.startsWith("\"") ? each : prose(each))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /// A value of YAML as a person would type it.
    static String said(String value) {
        if (value.startsWith("\"") && value.endsWith("\"") && value.length() > 1) {
            return value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
        Matcher pair = Pattern.compile("\\{p50: ([^,{}]+), p99: ([^,{}]+)}").matcher(value);
        if (pair.matches()) {
            return pair.group(1) + ", " + pair.group(2);
        }
        boolean list = value.startsWith("[") && value.endsWith("]");
        return list && value.chars().noneMatch(c -> c == '{') ? value.substring(1, value.length() - 1) : value;
    }

    /// A flow mapping of keys and values.
    static String mapping(List<String> pairs) {
        return "{" + String.join(", ", pairs) + "}";
    }
}
