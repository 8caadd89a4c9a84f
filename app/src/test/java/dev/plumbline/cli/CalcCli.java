package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.calculation.Calculator;
import dev.plumbline.report.Palette;
import dev.plumbline.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalcCli {
    private static final Calculator CALCULATOR = Calculator.of(Knowledge.facts(), Calculator.USUAL);

    @TempDir
    private Path folder = Path.of("");

    private Said said(String... arguments) {
        return Said.by(folder, arguments);
    }

    private Said piped(String text, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var outside = new Outside(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                Map.of(),
                Screen.NONE,
                () -> Instant.EPOCH);
        int code = Main.run(outside, arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anExpressionIsComputedAndItsFactsAreCited() {
        Said said = said("calc", "70bn param * 2 B/param / facts.h100_sxm.memory_bandwidth");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("41.8 ms\n  facts.h100_sxm.memory_bandwidth = 3.35 TB/s\n    https://")
                .endsWith("(2026-02-12)\n");
    }

    @Test
    void anUnknownGivesAnInterval() {
        assertThat(said("calc", "4 .. 8 ms").out()).isEqualTo("5.66 ms  (4 … 8, 90 % sure)\n");
        assertThat(said("calc", "4", "..", "8", "ms")).isEqualTo(said("calc", "4 .. 8 ms"));
        assertThat(said("calc", "--in", "s", "4 .. 8 ms").out()).isEqualTo("0.00566 s  (0.004 … 0.008, 90 % sure)\n");
    }

    @Test
    void theOneThatBindsIsNamed() {
        assertThat(said("calc", "max(1 s, 3 .. 6 s)").out()).isEqualTo("""
                4.24 s  (3 … 6, 90 % sure)
                  1 s: 1 s
                  3 .. 6 s: 4.24 s, which counts in 100 % of worlds
                """);
    }

    @Test
    void aMistakeHasFourParts() {
        assertThat(said("calc", "3 token + 2 req")).isEqualTo(new Said(2, "", """
                error[quantity.dimension] "3 token + 2 req" adds req to token
                  --> expression:1:1
                1 | 3 token + 2 req
                  | ^^^^^^^^^^^^^^^
                  why: "3 token" is token, "2 req" is req
                  fix: multiply or divide one side by something in "token/req"
                """));
        assertThat(said("calc", "max(2 s, 4 B)").err()).contains("\"2 s\" is time, \"4 B\" is data");
    }

    @Test
    void aProgramGetsValueIntervalAndSources() {
        assertThat(said("calc", "--format", "json", "--in", "ms", "(4 .. 8 ms) * facts.h100.power / facts.h100.power")
                        .out())
                .contains("\"low\": 4,", "\"high\": 8,", "\"unit\": \"ms\"", "\"path\": \"facts.h100_sxm.power\"")
                .contains("\"date\": \"2026-");
        Said refused = said("calc", "--format", "json", "2 * nothing_of_the_kind");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).contains("\"rule\": \"quantity.unknown-name\"", "\"column\": 5");
    }

    @Test
    void pipedLinesAreAnsweredOneByOneAndNamesStay() {
        Said said = piped("""
                # a napkin
                users = 1M .. 4M user
                rate = users * 20 req/user/day

                users / users
                last + 2
                rate + 3 token
                users = users * 2
                rate / users
                names
                """, "calc");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out().lines())
                .containsExactly(
                        "2M user  (1 … 4, 90 % sure)",
                        "463 req/s  (231 … 926, 90 % sure)",
                        "1",
                        "3",
                        "4M user  (2 … 8, 90 % sure)",
                        "10 req/user/day",
                        "rate",
                        "users",
                        "last");
        assertThat(said.err()).contains("stdin:7:1", "^^^^^^^^^^^^^^");
    }

    @Test
    void pipedLinesGiveAnArrayForPrograms() {
        assertThat(piped("1 + 1\n\n2 ms * 2\n", "calc", "--format", "json").out())
                .startsWith("[\n")
                .contains("\"expression\": \"2 ms * 2\"");
    }

    @Test
    void nothingToComputeIsAMistake() {
        assertThat(piped("", "calc").err()).startsWith("error: there is nothing to compute\nhint: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "help erlang_c | servers × B",
                "help erlang_x | did you mean \"erlang_",
                "help formulas | Queues",
                "help | Ctrl-D",
                "facts l4 | 0.3 TB/s",
                "min = 3 | is a unit and cannot be a name too",
            })
    void thePromptHelps(String line, String told) {
        Said said = piped(line + "\n", "calc");
        assertThat(said.out() + said.err()).contains(told);
    }

    @ParameterizedTest
    @CsvSource({
        "kv_cache, kv_cache_per_token(",
        "facts.h100, facts.h100_sxm.",
        "facts.h100.mem, facts.h100.memory_bandwidth",
        "batch, batch_size",
        "Gi, GiB"
    })
    void aWordIsCompleted(String begun, String whole) {
        CalcLines lines = new CalcLines(CALCULATOR, 80, Palette.PLAIN, Optional.empty());
        var given = lines.answer(new SourceFile("line", "batch_size = 4"), 0, 14);
        assertThat(given.err()).isEmpty();
        assertThat(new CalcWords(lines.calculator()).beginning(begun)).contains(whole);
    }

    @Test
    void aPromptReadsLinesAndKeepsThem() throws IOException {
        var typed = new ByteArrayInputStream("1 + 1\n2 ms * 2\nquit\n".getBytes(StandardCharsets.UTF_8));
        var shown = new ByteArrayOutputStream();
        Terminal terminal = new DumbTerminal(typed, shown);
        CalcLines lines = new CalcLines(CALCULATOR, 80, Palette.PLAIN, Optional.empty());
        Map<String, String> environment = Map.of("XDG_STATE_HOME", folder.toString());
        try (CalcPrompt prompt = CalcPrompt.of(terminal, lines, environment)) {
            assertThat(prompt.line()).contains("1 + 1");
            assertThat(prompt.line()).contains("2 ms * 2");
            assertThat(prompt.line()).isEmpty();
        }
        assertThat(folder.resolve("plumbline/calc-history")).hasContent("1 + 1\n2 ms * 2\nquit");
        assertThat(TypingTerminal.history(Map.of(), "calc-history")).isEmpty();
    }

    /// The arrow as a terminal sends it that was asked for no other mode.
    @Test
    void theLineBeforeComesBackWithTheArrowKey() throws IOException {
        var typed = new ByteArrayInputStream("1 + 1\n\033[A + 2\nquit\n".getBytes(StandardCharsets.UTF_8));
        Terminal terminal = new DumbTerminal(typed, new ByteArrayOutputStream());
        CalcLines lines = new CalcLines(CALCULATOR, 80, Palette.PLAIN, Optional.empty());
        try (CalcPrompt prompt = CalcPrompt.of(terminal, lines, Map.of())) {
            assertThat(prompt.line()).contains("1 + 1");
            assertThat(prompt.line()).contains("1 + 1 + 2");
        }
    }
}
