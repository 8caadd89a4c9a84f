package dev.plumbline.report;

import dev.plumbline.assessment.Status;
import dev.plumbline.diagnostic.Ink;
import java.util.regex.Pattern;

/// What a terminal can show. The words are the same with and without colour, and the same in ASCII.
///
/// @param colour whether to send escape codes
/// @param unicode whether to use symbols beyond ASCII
public record Palette(boolean colour, boolean unicode) {
    /// Symbols but no colour: what a pipe gets.
    public static final Palette PLAIN = new Palette(false, true);

    private static final String ESCAPE = "\u001b[";
    private static final Pattern CODES = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final String RESET = "\u001b[0m";

    /// What a stretch of text is for; each has one colour.
    public enum Tone {
        BODY(""),
        STRONG("1"),
        FAINT("2"),
        GOOD("32"),
        BAD("1;31"),
        UNSURE("33"),
        ASIDE("36");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /// The text in its colour, if there is any.
    public String paint(Tone tone, String text) {
        return !colour || tone == Tone.BODY || text.isEmpty() ? text : ESCAPE + tone.code + "m" + text + RESET;
    }

    /// The text without its colour.
    String bare(String painted) {
        return colour ? CODES.matcher(painted).replaceAll("") : painted;
    }

    /// The colours of findings.
    public Ink ink() {
        return (part, text) -> paint(
                switch (part) {
                    case ERROR -> Tone.BAD;
                    case WARNING -> Tone.UNSURE;
                    case HINT -> Tone.ASIDE;
                    case FRAME -> Tone.FAINT;
                    case LABEL -> Tone.STRONG;
                },
                text);
    }

    String symbol(Status status) {
        return switch (status) {
            case MET -> unicode ? "✓" : "+";
            case AT_RISK -> "~";
            case MISSED -> unicode ? "✗" : "x";
            case UNMEASURABLE -> "!";
            case NO_EVIDENCE -> "?";
        };
    }

    static Tone tone(Status status) {
        return switch (status) {
            case MET -> Tone.GOOD;
            case AT_RISK, UNMEASURABLE -> Tone.UNSURE;
            case MISSED -> Tone.BAD;
            case NO_EVIDENCE -> Tone.ASIDE;
        };
    }

    /// Our own words in what the terminal can show.
    public String plain(String text) {
        return unicode
                ? text
                : text.replace("…", "..")
                        .replace("·", "|")
                        .replace("½", ".5")
                        .replace("≤", "<=")
                        .replace("≥", ">=")
                        .replace("∞", "inf")
                        .replace("→", "->")
                        .replace("←", "<-")
                        .replace("█", "#")
                        .replace("–", "-");
    }
}
