package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// The terminal at which somebody types, and where what they typed is kept.
final class TypingTerminal {
    private TypingTerminal() {}

    /// This process's terminal. It asks `stty` and needs no native library.
    static Terminal ofThisProcess() throws IOException {
        return TerminalBuilder.builder()
                .name("plumbline")
                .system(true)
                .exec(true)
                .ffm(false)
                .jni(false)
                .graphemeCluster(false)
                .dumb(true)
                .build();
    }

    /// Where lines are kept from one sitting to the next, after the XDG base directories.
    static Optional<Path> history(Map<String, String> environment, String file) {
        Optional<Path> state = Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("HOME"))
                        .filter(name -> !name.isEmpty())
                        .map(home -> Path.of(home, ".local", "state")));
        return state.flatMap(folder -> {
            try {
                return Optional.of(
                        Files.createDirectories(folder.resolve("plumbline")).resolve(file));
            } catch (IOException unwritable) {
                return Optional.empty();
            }
        });
    }
}
