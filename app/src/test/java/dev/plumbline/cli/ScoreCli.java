package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.report.Golden;
import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ScoreCli {
    @TempDir
    private Path folder = Path.of("");

    private static Said score(Path folder, String... arguments) {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(new String[] {"score", "--worlds", "4", "--requests", "2000"}, 0, all, 0, 5);
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Said.by(folder, all);
    }

    static java.util.stream.Stream<String> examples() throws IOException {
        return ExamplesCli.examples();
    }

    private static void holds(String example, String width) throws IOException {
        Path design = Repository.root().resolve("examples").resolve(example);
        Said said = Said.by(design, "score", "--width", width);
        Golden.hold("examples/%s/expected/score-%s.txt".formatted(example, width), said.out());
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    @Tag("slow")
    void examplesAreScoredAsExpected(String example) throws IOException {
        holds(example, "80");
    }

    @Test
    @Tag("slow")
    void aWideTerminalShowsWhatWasFoundBesideTheItem() throws IOException {
        holds("01-fraud-score", "140");
    }

    @Test
    void jsonKeepsTheSchema() throws IOException {
        Tiny.in(folder, "50 ms");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Repository.root().resolve("schema/report.schema.json")), InputFormat.JSON);
        Said said = score(folder, "--format", "json");
        assertThat(schema.validate(said.out(), InputFormat.JSON)).isEmpty();
        assertThat(said.out()).contains("\"score\": 0,", "\"band\": \"research\"");
    }

    @Test
    void markdownHasATableForEachSection() throws IOException {
        Tiny.in(folder, "50 ms");
        assertThat(score(folder, "--format", "markdown").out())
                .startsWith("### tiny: ML Test Score 0 of 7\n\na research project rather than a production system.\n")
                .contains("\n**Monitoring ", "\n| points | item | found | for more |\n");
    }

    @Test
    void aTerminalWithoutUnicodeIsToldTheSameInAscii() throws IOException {
        Tiny.in(folder, "50 ms");
        Said said = Said.by(
                folder,
                Screen.NONE,
                Map.of("LANG", "C"),
                "score",
                "--worlds",
                "4",
                "--requests",
                "2000",
                "--width",
                "80");
        assertThat(said.out().chars()).allMatch(c -> c < 128);
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void requirementsThatCannotAllHoldAreContradictory() throws IOException {
        Tiny.in(folder, "50 ms");
        assertThat(score(folder).out()).contains("contradictory\n  nothing\n");
        Files.writeString(
                folder.resolve("design.yaml"),
                "  slow: {must: p99 latency of ask <= 80 ms at peak}\n",
                StandardOpenOption.APPEND);
        assertThat(score(folder).out())
                .contains("set two targets for the p99 latency of ask")
                .doesNotContain("contradictory\n  nothing\n");
    }

    @Test
    void aScoreThatIsTooLowFailsWhereThatIsAskedFor() throws IOException {
        Tiny.in(folder, "50 ms");
        assertThat(score(folder).code()).isZero();
        assertThat(score(folder, "--fail-below", "0.5").code()).isEqualTo(1);
    }
}
