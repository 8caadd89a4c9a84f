package dev.plumbline.cli;

import java.io.Console;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which streams a person reads, and how wide their terminal is.
///
/// A JVM cannot ask that without a native library, so the launcher asks and hands it over as system properties; started
/// without the launcher, the console tells as much as it knows.
///
/// @param in whether a person types at a terminal
/// @param out whether data goes to a terminal
/// @param err whether talk goes to a terminal
/// @param columns the terminal's width, if it is known
public record Screen(boolean in, boolean out, boolean err, OptionalInt columns) {
    /// Nobody watches: a pipe, a file, a build server.
    public static final Screen NONE = new Screen(false, false, OptionalInt.empty());

    /// A screen at which nobody types.
    public Screen(boolean out, boolean err, OptionalInt columns) {
        this(false, out, err, columns);
    }

    /// What the launcher or the console says of this process.
    static Screen ofThisProcess() {
        Optional<String> streams = Optional.ofNullable(System.getProperty("plumbline-terminal"));
        if (streams.isPresent()) {
            List<String> named = List.of(streams.get().split(","));
            return new Screen(
                    named.contains("in"),
                    named.contains("out"),
                    named.contains("err"),
                    number(System.getProperty("plumbline-columns", "")));
        }
        boolean both = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Screen(both, both, both, OptionalInt.empty());
    }

    /// The number that the text is, if it is a positive one.
    static OptionalInt number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(text) : 0;
        return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
    }
}
