package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Golden;
import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each example through the whole chain, as its reader would run it.
@Tag("slow")
final class ExamplesCli {
    static Stream<String> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Repository.root().resolve("examples"))) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("design.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static void holds(String example, String expected, String... arguments) throws IOException {
        Said said = Said.by(Repository.root().resolve("examples").resolve(example), arguments);
        Golden.hold("examples/%s/expected/%s".formatted(example, expected), said.out());
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isLessThan(2);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aTerminalOfEightyColumnsShowsWhatIsExpected(String example) throws IOException {
        holds(example, "check-80.txt", "check", "--width", "80");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aWideTerminalShowsWhatIsExpected(String example) throws IOException {
        holds(example, "check-140.txt", "check", "--width", "140");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void programsGetWhatIsExpected(String example) throws IOException {
        holds(example, "check.json", "check", "--format", "json");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCostIsExplainedAsExpected(String example) throws IOException {
        holds(example, "explain-cost.txt", "explain", "cost");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNapkinFitsEightyColumns(String example) throws IOException {
        holds(example, "estimate-80.txt", "estimate", "--width", "80");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNapkinUsesAWideTerminal(String example) throws IOException {
        holds(example, "estimate-140.txt", "estimate", "--width", "140");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void programsGetTheWholeNapkin(String example) throws IOException {
        holds(example, "estimate.json", "estimate", "--format", "json");
    }
}
