package dev.plumbline.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// What a command line answered.
record Said(int code, String out, String err) {
    /// Runs the command line in a folder, with nobody watching and an empty environment.
    static Said by(Path folder, String... arguments) {
        return by(folder, Screen.NONE, Map.of(), arguments);
    }

    static Said by(Path folder, Screen screen, Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var outside = new Outside(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                environment,
                screen,
                () -> Instant.EPOCH);
        int code = Main.run(outside, arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
