package dev.plumbline.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the launcher runs once after a build, so that the JVM learns and keeps what later runs begin with: the help,
/// and
/// the commands that people start with, on the design whose path is given. What they print is thrown away.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var outside = new Outside(nowhere, nowhere, Path.of(""), Map.of(), Screen.NONE, InstantSource.system());
        for (List<String> command : commands(args)) {
            Main.run(outside, command.toArray(String[]::new));
        }
    }

    static List<List<String>> commands(String... designs) {
        List<List<String>> commands = new ArrayList<>(
                List.of(List.of("--help"), List.of("schema"), List.of("explain", "quantity.unknown-unit")));
        commands.add(List.of("calc", "max(2, facts.h100.memory / (40 .. 60 GB))"));
        commands.add(List.of("facts", "h100"));
        for (String design : designs) {
            // Few worlds: the same code is loaded, and a first run should not wait for a long rehearsal.
            commands.add(List.of("check", "--worlds", "4", "--requests", "2000", design));
            commands.add(List.of("check", "--worlds", "2", "--requests", "1000", "--format", "json", design));
        }
        return commands;
    }
}
