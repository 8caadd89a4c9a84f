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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EstimateCli {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void design() throws IOException {
        Tiny.in(folder, "200 ms");
    }

    private Said said(String... arguments) {
        return Said.by(folder, arguments);
    }

    @Test
    void aNapkinCanBeCheckedByHand() throws IOException {
        Said said = said("estimate", "--width", "90");
        Golden.hold("app/src/test/resources/estimate.txt", said.out());
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void everyFigureIsShownToWhoAsks() {
        assertThat(said("estimate", "--verbose").out())
                .contains("server.arrivals")
                .doesNotContain("more figures");
    }

    @Test
    void programsGetWhatTheSchemaSays() throws IOException {
        String json = said("estimate", "--format", "json").out();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(Repository.root().resolve("schema/report.schema.json")),
                                InputFormat.JSON)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(json).contains("\"name\": \"ask.requests\"", "\"numbers\": \"49k user * 80 req/user/day\"");
    }

    @Test
    void aPullRequestGetsTables() {
        assertThat(said("estimate", "--format", "markdown").out())
                .startsWith("### tiny: what it comes to\n")
                .contains("| ask.requests | 100 req/s | 45.4 req/s (37 … 55.6) |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown"})
    void aClaimThatCannotBeSoIsInEveryForm(String format) throws IOException {
        Files.writeString(
                folder.resolve("design.yaml"),
                Tiny.DESIGN.replace("assume:", "assume:\n  hit_rate: 120 %").replace("TARGET", "200 ms"));
        assertThat(said("estimate", "--format", format).out())
                .contains("claim.share-over-whole")
                .contains("is 120 %");
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(said("estimate", "--seed", "7")).isEqualTo(said("estimate", "--seed", "7"));
        assertThat(said("estimate", "--seed", "7")).isNotEqualTo(said("estimate", "--seed", "8"));
    }

    @Test
    void aDesignThatDoesNotReadListsItsFaults() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), Tiny.DESIGN.replace("visitors *", "visitor *"));
        Said said = said("estimate");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).contains("error[", "did you mean", "cannot be judged as written");
        assertThat(said("estimate", "--format", "html").err()).contains("takes text, json, markdown");
    }

    @Test
    void aTornadoShowsWhatIntervalsComeFrom() throws IOException {
        Said said = said("estimate", "--sensitivity", "--of", "server.peak_busy", "--width", "90");
        Golden.hold("app/src/test/resources/tornado.txt", said.out());
        assertThat(said.code()).isZero();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(Repository.root().resolve("schema/report.schema.json")),
                                InputFormat.JSON)
                        .validate(
                                said("estimate", "--sensitivity", "--format", "json")
                                        .out(),
                                InputFormat.JSON))
                .isEmpty();
        assertThat(said("estimate", "--of", "server.peak_bus").err())
                .contains("there is no figure \"server.peak_bus\"", "did you mean \"server.peak_busy\"?");
    }
}
