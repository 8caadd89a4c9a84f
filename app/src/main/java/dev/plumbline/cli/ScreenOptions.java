package dev.plumbline.cli;

import dev.plumbline.report.Palette;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/// How a report looks on a terminal; shared by all commands that print one.
final class ScreenOptions {
    /// The width of the README's examples; what is piped is as wide.
    static final int USUAL_WIDTH = 100;

    /// Beyond this a line is hard to follow, however wide the terminal.
    static final int WIDEST = 140;

    /// When to use colour.
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour: ${COMPLETION-CANDIDATES}. NO_COLOR and a pipe turn off auto.")
    private Colour colour = Colour.AUTO;

    @Option(names = "--width", paramLabel = "N", description = "Columns of a line; as wide as the terminal by default.")
    private int width;

    /// What can be shown; a file gets no colour unless it is asked for.
    Palette palette(Outside outside, boolean toFile) {
        Map<String, String> environment = outside.environment();
        boolean coloured = switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                !toFile
                        && outside.screen().out()
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        };
        return new Palette(coloured, unicode(environment));
    }

    /// Symbols beyond ASCII, unless the locale names another encoding. No locale at all is a bare container, whose
    /// terminal reads UTF-8 all the same.
    static boolean unicode(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(name, "").toUpperCase(Locale.ROOT);
            if (!locale.isEmpty()) {
                return locale.contains("UTF-8") || locale.contains("UTF8");
            }
        }
        return true;
    }

    /// The columns of a line.
    int width(Outside outside) {
        if (width > 0) {
            return width;
        }
        OptionalInt known = outside.screen().columns();
        if (known.isEmpty()) {
            known = Screen.number(outside.environment().getOrDefault("COLUMNS", ""));
        }
        return Math.min(WIDEST, known.orElse(USUAL_WIDTH));
    }
}
