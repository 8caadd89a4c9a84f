package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.export.Destination;
import dev.plumbline.report.Golden;
import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportCli {
    @TempDir
    private Path folder = Path.of("");

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Destination.class)
    void examplesAreExportedAsExpected(Destination destination) throws IOException {
        for (String example : ExamplesCli.examples().toList()) {
            Path out = folder.resolve(example);
            Said said = Said.by(
                    Repository.root().resolve("examples").resolve(example),
                    "export",
                    "--to",
                    destination.toString(),
                    "--out",
                    out.toString());
            String expected = "examples/%s/expected/export/".formatted(example);
            assertThat(said.err()).isEmpty();
            assertThat(said.code()).isZero();
            for (Path file : files(out)) {
                Golden.hold(expected + Objects.requireNonNull(file.getFileName()), Files.readString(file));
            }
        }
    }

    @Test
    void theSummarySaysWhatWasWrittenAndWhatWasNot() throws IOException {
        Tiny.in(folder, "50 ms");
        Files.writeString(
                folder.resolve("design.yaml"),
                "  lean: {must: cost <= 3 USD/month}\n",
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(Said.by(folder, "export", "--to", "sloth", "--out", "slo").out())
                .isEqualTo("""
                        tiny for sloth: 1 of 2 requirements
                          wrote slo/tiny-28d.sloth.yaml: 1 objective over 28 days

                        not exported
                          lean: money is no share of good events; watch it on the bill

                        taken for true; look at these before you use the files
                          read from http_server_request_duration_seconds, since "measured: {by: ...}" names no metric:
                            quick
                          http_server_request_duration_seconds has a bucket le="0.05", as OpenTelemetry advises: quick
                          over 28 days, since no window is named: quick
                          all requests count, not those at peak alone: quick
                        """);
    }

    @Test
    void whatElseLiesInTheFolderIsLeftAlone() throws IOException {
        Tiny.in(folder, "50 ms");
        Path out = Files.createDirectories(folder.resolve("slo"));
        Files.writeString(out.resolve("mine.yaml"), "mine: yes\n");
        for (int i = 0; i < 2; i++) {
            assertThat(Said.by(folder, "export", "--to", "prometheus", "--out", "slo")
                            .code())
                    .isZero();
        }
        assertThat(files(out))
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("mine.yaml", "tiny.rules.yaml");
        assertThat(out.resolve("mine.yaml")).hasContent("mine: yes\n");
    }

    @Test
    void aFileOfThatNameWhichIsNotOursIsLeftAsItIsAndNothingIsWritten() throws IOException {
        Tiny.in(folder, "50 ms");
        Path theirs = Files.createDirectories(folder.resolve("slo")).resolve("tiny.rules.yaml");
        Files.writeString(theirs, "groups: []\n");
        assertThat(Said.by(folder, "export", "--to", "prometheus", "--out", "slo"))
                .isEqualTo(new Said(2, "", """
                        error: "slo/tiny.rules.yaml" is there and was not exported by plumbline; it is left as it is
                        hint: name another folder by --out, or move that file away
                        """));
        assertThat(theirs).hasContent("groups: []\n");
        assertThat(files(folder.resolve("slo"))).containsExactly(theirs);
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Tiny.in(folder, "50 ms");
        Said said = Said.by(folder, "export", "--to", "csv", "--out", "design.yaml");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("error: \"design.yaml\" is a file; --out takes the name of a folder\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana", "open-slo"})
    void anUnknownDestinationNamesTheKnown(String word) {
        Said said = Said.by(folder, "export", "--to", word, "--out", "slo");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("\"%s\" is no value of --to, which takes openslo, prometheus, sloth, csv".formatted(word));
    }

    @Test
    void aDesignWithFaultsIsNotExported() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), "design: x\ncomponentz: {}\n");
        Said said = Said.by(folder, "export", "--to", "csv", "--out", "slo");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).contains("componentz");
        assertThat(folder.resolve("slo")).doesNotExist();
    }
}
