package dev.plumbline.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The members of one JSON object on one line, as text: what a line of a recorded trace is. Values within values are
/// passed over.
record JsonLine(List<String> names, List<String> texts) {
    JsonLine {
        names = List.copyOf(names);
        texts = List.copyOf(texts);
    }

    /// The members of the object; empty when the line is none.
    static Optional<JsonLine> members(String line) {
        List<String> names = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        int at = blank(line, 0);
        if (at == line.length() || line.charAt(at) != '{') {
            return Optional.empty();
        }
        at = blank(line, at + 1);
        while (at < line.length() && line.charAt(at) == '"') {
            int end = string(line, at);
            int colon = blank(line, end);
            if (colon >= line.length() || line.charAt(colon) != ':') {
                return Optional.empty();
            }
            int from = blank(line, colon + 1);
            int to = value(line, from);
            names.add(line.substring(at + 1, Math.max(at + 1, end - 1)));
            texts.add(unquoted(line.substring(from, to)));
            int next = blank(line, to);
            boolean more = next < line.length() && line.charAt(next) == ',';
            at = more ? blank(line, next + 1) : next;
            if (!more) {
                break;
            }
        }
        boolean ends = at < line.length() && line.charAt(at) == '}' && blank(line, at + 1) == line.length();
        return ends ? Optional.of(new JsonLine(names, texts)) : Optional.empty();
    }

    /// The text of each of these members; an empty one where it is missing.
    List<String> values(List<String> wanted) {
        if (wanted.equals(names)) {
            return texts;
        }
        return wanted.stream()
                .map(name -> names.contains(name) ? texts.get(names.indexOf(name)) : "")
                .toList();
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : text.strip();
    }

    private static int blank(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The end of the string that begins here.
    private static int string(String line, int from) {
        int at = from + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(line.length(), at + 1);
    }

    /// The end of the value that begins here.
    private static int value(String line, int from) {
        int depth = 0;
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"') {
                at = string(line, at);
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}')) {
                return at;
            }
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            at++;
        }
        return at;
    }
}
