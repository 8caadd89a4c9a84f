package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.report.Golden;
import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a path's time goes, as the whole program prints it.
final class BudgetCli {
    /// A search over eight shards, then a ranker that batches; now and then a shard is slow, or stands still.
    private static final String SEARCH = """
        design: search
        assume:
          searchers: 3k .. 4k user
        workload:
          search: {rate: searchers * 200 req/user/h}
        components:
          gateway: {kind: service, concurrency: 32, time: {p50: 0.5 ms, p99: 2 ms}}
          shard:
            kind: index
            replicas: 8
            balance: random
            time: {mix: [{share: 99 %, of: {p50: 1 ms, p99: 3 ms}}, {share: 1 %, of: 40 ms}]}
            hiccups: {every: 20 s, for: 60 ms}
          ranker: {kind: model, replicas: 2, batch: {max: 16, wait: 4 ms, time: 3 ms + 0.4 ms * size}}
        paths:
          search:
            - gateway
            - {all: [shard], copies: 8}
            - {call: ranker, timeout: 60 ms, fallback: unranked}
          unranked: [{constant: 1 ms}]
        requirements:
          prompt: {must: p99 latency of search <= 60 ms at peak}
        """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aDesign() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), SEARCH);
    }

    private Said simulate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("simulate", "--worlds", "6", "--requests", "20000"));
        all.addAll(List.of(arguments));
        return Said.by(folder, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 140})
    void theBudgetIsPrintedStationByStation(int width) throws IOException {
        Said said = simulate("--width", Integer.toString(width));
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out().lines()).allMatch(line -> line.length() <= width);
        Golden.hold("app/src/test/resources/simulate-%d.txt".formatted(width), said.out());
    }

    /// Two tokens of an answer are as far apart as the figures say, and the whole is a first token and the others.
    @Test
    void aPathThatIsWrittenTokenByTokenSaysHowSoonAndHowFast() throws IOException {
        Files.writeString(folder.resolve("written.yaml"), """
            design: written
            workload: {ask: {rate: 1 req/s}}
            components: {writer: {kind: llm, model: llama-3.1-8b, on: L40S, prompt: 500 token, output: 40 token}}
            paths: {ask: [writer]}
            """);
        List<String> command = List.of("simulate", "written.yaml", "--worlds", "2", "--requests", "4000");
        Said text = Said.by(folder, command.toArray(String[]::new));
        assertThat(text.out()).containsPattern("ttft p50 +\\d").containsPattern("tpot p99 +\\d");
        List<String> asJson = new ArrayList<>(command);
        asJson.addAll(List.of("--format", "json"));
        String written = Said.by(folder, asJson.toArray(String[]::new)).out();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Repository.root().resolve("schema/report.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(written, InputFormat.JSON)).isEmpty();
        JsonNode ask = new JsonMapper().readTree(written).at("/paths/ask");
        double first = ask.at("/tokens/ttft/p50/value").doubleValue();
        double between = ask.at("/tokens/tpot/p50/value").doubleValue();
        double whole = ask.at("/latency/p50/value").doubleValue();
        assertThat(first + 39 * between).isCloseTo(whole, within(0.1 * whole));
    }

    @Test
    void theJsonKeepsTheSchemaAndItsPartsAddUp() throws IOException {
        String written = simulate("--format", "json").out();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Repository.root().resolve("schema/report.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(written, InputFormat.JSON)).isEmpty();
        JsonNode profile = new JsonMapper().readTree(written).at("/paths/search/profile");
        for (String band : List.of("p50", "p99", "slow")) {
            double sum = 0;
            double shares = 0;
            for (JsonNode part : profile.at("/" + band + "/parts")) {
                sum += part.at("/seconds/value").doubleValue();
                shares += part.at("/share").doubleValue();
            }
            double whole = profile.at("/" + band + "/seconds/value").doubleValue();
            assertThat(sum).as(band).isPositive().isCloseTo(whole, within(1e-4 * whole));
            assertThat(shares).as(band).isCloseTo(1, within(1e-4));
        }
        double all = 0;
        for (JsonNode share : profile.at("/histogram/shares")) {
            all += share.doubleValue();
        }
        assertThat(all).isCloseTo(1, within(1e-4));
        assertThat(profile.at("/histogram/edges").size())
                .isEqualTo(profile.at("/histogram/shares").size() + 1);
    }

    @Test
    void aTerminalWithoutSymbolsGetsNone() {
        Said said = Said.by(
                folder,
                Screen.NONE,
                java.util.Map.of("LC_ALL", "C"),
                "simulate",
                "--worlds",
                "2",
                "--requests",
                "5000");
        assertThat(said.out().chars()).allMatch(each -> each < 128);
        assertThat(said.out()).contains("####");
    }
}
