package dev.plumbline.source;

import java.util.ArrayDeque;
import java.util.Deque;

/// Matches the brackets of flow collections, skipping quotes and comments, to find the one that was forgotten.
final class Brackets {
    private Brackets() {}

    /// How the brackets from one on turn out.
    sealed interface Fault {}

    /// All are closed.
    record Closed() implements Fault {}

    /// The innermost bracket still open where the text ends or a line begins with a key outside all of them.
    record Open(int opened) implements Fault {}

    /// A bracket is closed by the other kind.
    record Crossed(int opened, int closed) implements Fault {}

    static char closing(char opening) {
        return opening == '{' ? '}' : ']';
    }

    /// Follows the brackets from the one at `from`.
    static Fault check(String text, int from) {
        Deque<Integer> open = new ArrayDeque<>();
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean spaced = at == 0 || Character.isWhitespace(text.charAt(at - 1));
            if (c == '{' || c == '[') {
                open.push(at);
            } else if (c == '}' || c == ']') {
                int opened = open.pop();
                if (closing(text.charAt(opened)) != c) {
                    return new Crossed(opened, at);
                }
            } else if (c == '#' && spaced) {
                at = lineEnd(text, at);
            } else if ((c == '"' || c == '\'') && (spaced || "{[,:".indexOf(text.charAt(at - 1)) >= 0)) {
                at = quoteEnd(text, at);
            }
            if (open.isEmpty()) {
                return new Closed();
            }
            at++;
        }
        return open.isEmpty() ? new Closed() : new Open(open.peek());
    }

    private static int lineEnd(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int quoteEnd(String text, int at) {
        char quote = text.charAt(at);
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += quote == '"' && text.charAt(end) == '\\' ? 2 : 1;
        }
        return end;
    }
}
