package dev.plumbline.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts an expression's text into tokens. What cannot be a token becomes a fault and is left out.
final class Lexer {
    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        END
    }

    /// @param glued whether nothing stands between this token and the one before
    record Token(Kind kind, String text, Span span, boolean glued) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }
    }

    private static final Pattern NUMBER = Pattern.compile("\\d+(_\\d+)*(\\.\\d+(_\\d+)*)?([eE][+-]?\\d+)?");
    /// How YAML writes what is no finite number: `.nan`, `.inf`.
    private static final Pattern NOT_FINITE = Pattern.compile("\\.(?i:nan|inf)\\b");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_µμ][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");
    private static final Pattern SIGN = Pattern.compile("\\.\\.|<=|>=|==|!=|[-+*/^(),<>%$€£]");

    /// Signs from word processors and mathematics, and what to write instead.
    private static final Map<String, String> LOOKALIKES = Map.ofEntries(
            Map.entry("−", "-"),
            Map.entry("–", ".."),
            Map.entry("—", ".."),
            Map.entry("…", ".."),
            Map.entry("×", "*"),
            Map.entry("·", "*"),
            Map.entry("÷", "/"),
            Map.entry("≤", "<="),
            Map.entry("≥", ">="),
            Map.entry("≠", "!="),
            Map.entry("=", "=="),
            Map.entry("±", ".."),
            Map.entry("~", "a range such as 8 .. 12"),
            Map.entry("[", "("),
            Map.entry("]", ")"),
            Map.entry("{", "("),
            Map.entry("}", ")"));

    private final String text;
    private final List<Fault> faults;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String text, List<Fault> faults) {
        this.text = text;
        this.faults = faults;
    }

    static List<Token> cut(String text, List<Fault> faults) {
        var lexer = new Lexer(text, faults);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        int at = 0;
        boolean glued = false;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00a0') {
                glued = false;
                at++;
                continue;
            }
            at = next(at, glued);
            glued = true;
        }
        tokens.add(new Token(Kind.END, "", new Span(text.length(), text.length()), false));
    }

    private int next(int at, boolean glued) {
        int end = match(NUMBER, Kind.NUMBER, at, glued);
        if (end < 0) {
            end = match(NOT_FINITE, Kind.WORD, at, glued);
        }
        if (end < 0) {
            end = match(WORD, Kind.WORD, at, glued);
        }
        if (end < 0) {
            end = match(SIGN, Kind.SIGN, at, glued);
        }
        return end < 0 ? stray(at) : end;
    }

    private int match(Pattern pattern, Kind kind, int at, boolean glued) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return -1;
        }
        tokens.add(new Token(kind, matcher.group(), new Span(at, matcher.end()), glued));
        return matcher.end();
    }

    private int stray(int at) {
        int end = text.offsetByCodePoints(at, 1);
        String sign = text.substring(at, end);
        String instead = LOOKALIKES.get(sign);
        String mend = instead != null
                ? "write " + (instead.length() <= 2 ? "\"" + instead + "\"" : instead)
                : sign.equals(".") ? "write a decimal with a digit on both sides, as in 0.5" : "leave it out";
        faults.add(new Fault(
                "quantity.syntax",
                new Span(at, end),
                "\"%s\" means nothing here".formatted(sign),
                "an expression is made of numbers, units, names, + - * / ^, comparisons and parentheses",
                mend));
        return end;
    }
}
