package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainCli {
    private record Said(int code, String out, String err) {}

    @Test
    void versionGoesToStandardOut() {
        Said said = run("--version");
        assertThat(said.out()).matches("plumbline \\d+\\.\\d+\\.\\d+\n");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void helpNamesTheExitCodes() {
        Said said = run("--help");
        assertThat(said.out()).contains("Usage: plumbline", "Exit codes:", "could not run");
        assertThat(said.code()).isZero();
    }

    @Test
    void noCommandIsAMistakeThatPointsAtTheHelp() {
        Said said = run();
        assertThat(said).isEqualTo(new Said(2, "", """
                error: no command given
                hint: "plumbline --help" lists what it takes
                """));
    }

    @Test
    void anUnknownOptionIsQuotedAndTheNearestIsOffered() {
        Said said = run("--versio");
        assertThat(said).isEqualTo(new Said(2, "", """
                error: unknown option "--versio"
                hint: did you mean "--version"?
                hint: "plumbline --help" lists what it takes
                """));
    }

    private static Said run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var outside = new Outside(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Path.of(""),
                Map.of(),
                Screen.NONE,
                () -> Instant.EPOCH);
        int code = Main.run(outside, arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
