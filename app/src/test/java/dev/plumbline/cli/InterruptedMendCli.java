package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C on a search that runs in a process of its own.
final class InterruptedMendCli {
    /// Long enough for the design to be judged and some edits to be tried, and far from the end of the search.
    private static final long SECONDS = 10;

    /// Two servers have the work of 4.6 of their kind, and eight others give the search a lot to try.
    private static String overloaded() {
        StringBuilder text = new StringBuilder("""
            design: overloaded
            workload: {ask: {rate: 230 req/s}}
            requirements: {quick: {must: p95 latency of ask <= 500 ms}}
            paths: {ask: [server, s1, s2, s3, s4, s5, s6, s7, s8]}
            components:
              server: {kind: service, replicas: 2, price: 50 USD/month, time: {exponential: 20 .. 21 ms}}
            """);
        for (int i = 1; i <= 8; i++) {
            text.append("  s%d: {kind: service, replicas: 9, price: 50 USD/month, time: 8 ms}\n".formatted(i));
        }
        return text.toString();
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Tag("slow")
    void ctrlCPrintsTheBestSoFar() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("design.yaml"), overloaded());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "mend",
                        "design.yaml",
                        "--budget",
                        "10min",
                        "--requests",
                        "10000")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isFalse();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(printed)
                .contains("replicas of server: 2 → ")
                .contains("; interrupted, so this is the best so far")
                .contains("+++ b/design.yaml");
        assertThat(process.exitValue()).isEqualTo(130);
    }
}
