package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workshop at a terminal of its own, which `script` of util-linux makes.
@Tag("slow")
final class WorkshopTerminalCli {
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final int PATIENCE_S = 60;
    private static final char CTRL_C = 3;

    @TempDir
    private Path folder = Path.of("");

    private Path shown() {
        return folder.resolve("shown");
    }

    private Process begun(int columns) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        SCRIPT.toString(),
                        "-qfec",
                        ("stty rows 40 cols %d; exec '%s' -XX:TieredStopAtLevel=1 -Dplumbline-terminal=in,out,err "
                                        + "-Dplumbline-columns=%d -cp '%s' dev.plumbline.cli.Main new pay --kind fraud")
                                .formatted(columns, java, columns, System.getProperty("java.class.path")),
                        "/dev/null")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(shown().toFile());
        process.environment().put("TERM", "xterm");
        return process.start();
    }

    /// Waits until the terminal shows the question and, after it, the prompt.
    private void until(String question) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_S * 20; i++) {
            if (asks(question)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(Files.readString(shown(), StandardCharsets.UTF_8)).contains(question);
    }

    private boolean asks(String question) throws IOException {
        String screen = Files.exists(shown()) ? Files.readString(shown(), StandardCharsets.UTF_8) : "";
        int at = screen.indexOf(question);
        return at >= 0 && screen.indexOf(" > ", at) > at;
    }

    private static void type(OutputStream keyboard, String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    @Test
    void answersAreTypedAndAnInterruptKeepsThem() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SCRIPT), "there is no \"script\" of util-linux to make a terminal with");
        Process process = begun(80);
        try (OutputStream keyboard = process.getOutputStream()) {
            until("[about]");
            type(keyboard, "It scores.\r");
            until("[owner]");
            type(keyboard, "half a line" + CTRL_C);
            type(keyboard, "Ann\r");
            until("[asks]");
            type(keyboard, String.valueOf(CTRL_C));
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String screen = Files.readString(shown(), StandardCharsets.UTF_8);
        assertThat(screen).contains("00:0", "2 of ", "pay/design.yaml");
        assertThat(Files.readString(folder.resolve("pay/design.yaml")))
                .contains("about: \"It scores.\"\nowner: \"Ann\"\n");
    }
}
