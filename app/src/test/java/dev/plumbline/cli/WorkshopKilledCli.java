package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workshop in a process of its own, which is killed again and again.
@Tag("slow")
final class WorkshopKilledCli {
    private static final int KILLS = 6;

    @TempDir
    private Path folder = Path.of("");

    private Process begun() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.plumbline.cli.Main",
                        "new",
                        "pay",
                        "--kind",
                        "fraud",
                        "--answers",
                        "ok.answers")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private Said ended() throws IOException {
        String line = "new pay --kind fraud --answers ok.answers --worlds 2 --requests 100";
        return Said.by(folder, line.split(" "));
    }

    private List<String> answers(Path of) throws IOException {
        return Files.readAllLines(of).stream()
                .filter(line -> !line.startsWith("clock") && !line.startsWith("#"))
                .toList();
    }

    @Test
    void whateverWasAnsweredIsThereAfterAKillAndTheEndIsTheSame() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("ok.answers"), "peak_factor: 2 .. 9\notherwise: ok\n");
        Path kept = folder.resolve("pay/workshop.txt");
        List<String> before = List.of();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = begun();
            int lines = before.size() + 1;
            while (process.isAlive() && (!Files.exists(kept) || answers(kept).size() <= lines)) {
                process.waitFor(3, TimeUnit.MILLISECONDS);
            }
            process.waitFor(7L * kill, TimeUnit.MILLISECONDS); // not always at the same point of its work
            process.destroyForcibly().waitFor();
            List<String> after = answers(kept);
            assertThat(after.subList(0, before.size())).isEqualTo(before);
            assertThat(after).hasSizeGreaterThan(before.size());
            before = after;
        }
        assertThat(ended().code()).isZero();
        Files.move(folder.resolve("pay"), folder.resolve("killed"));
        ended();
        assertThat(folder.resolve("killed/design.yaml")).hasSameTextualContentAs(folder.resolve("pay/design.yaml"));
        assertThat(answers(folder.resolve("killed/workshop.txt"))).isEqualTo(answers(kept));
    }
}
