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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScaleCli {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void design() throws IOException {
        String more = """
                  known: {must: stale reads of server <= 1 %}
                  cheap: {must: cost <= 100 USD/month}
                  thrifty: {must: cost per 1M req <= 2 USD}
                """;
        String priced = Tiny.DESIGN
                .replace("TARGET at peak", "60 ms at peak")
                .replace("{kind: service,", "{kind: service, price: 40 USD/month,")
                .replace("2026\"}", "2026\", grows: 5 %/month}");
        Files.writeString(folder.resolve("design.yaml"), priced + more);
    }

    private Said said(String... arguments) {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(new String[] {"scale", "--worlds", "8", "--requests", "1000"}, 0, all, 0, 5);
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Said.by(folder, all);
    }

    @Test
    void aSweepIsAChartAndWhatBreaksFirst() throws IOException {
        Said said = said("--width", "90");
        Golden.hold("app/src/test/resources/scale.txt", said.out());
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    @Tag("slow")
    void theGuideShowsWhatItsDesignGives() throws IOException {
        Files.copy(
                Repository.root().resolve("app/src/test/resources/scale-cliffs.yaml"), folder.resolve("cliffs.yaml"));
        Golden.hold(
                "app/src/test/resources/scale-cliffs.txt",
                said("cliffs.yaml", "--width", "100").out());
    }

    @Test
    void programsGetWhatTheSchemaSays() throws IOException {
        String json = said("--format", "json").out();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                Files.readString(Repository.root().resolve("schema/report.schema.json")),
                                InputFormat.JSON)
                        .validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(json).contains("\"turn\": \"stops\"", "\"why\": \"tail\"", "\"complete\": true");
    }

    @Test
    void theRangeAndTheNumberCanBeChosen() {
        Said said = said("--by", "ask.rate", "--from", "10 req/s", "--to", "1k");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("by ask.rate", "10 req/s");
    }

    @Test
    void whatIsNoNumberOfTheDesignIsRefusedWithTheNearest() {
        assertThat(said("--by", "visitor").err()).isEqualTo("""
                        error: there is no number "visitor" in the design to scale it by
                        hint: did you mean "visitors"?
                        """);
        assertThat(said("--from", "1 day").err())
                .contains("error: \"1 day\" is no value of --from, which takes a number of visitors");
        assertThat(said("--from", "1M", "--to", "1k").err()).contains("is no range", "--to above --from");
    }

    @Test
    void aTerminalWithoutSymbolsGetsAscii() {
        Said said = Said.by(folder, Screen.NONE, Map.of("LC_ALL", "C"), "scale", "--worlds", "4", "--requests", "500");
        assertThat(said.out().chars()).allMatch(each -> each < 128);
    }
}
