package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Golden;
import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class RequirementsCli {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void asksOfAFileAreReadOneALine() throws IOException {
        Files.writeString(
                folder.resolve("asks.txt"),
                "It should be fast\n\n99.9 % of requests succeed over 30 days, p99 < TBD\n");
        Said said = Said.by(folder, "requirements", "--asks", "asks.txt", "--format", "json");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        JsonNode list = new ObjectMapper().readTree(said.out());
        assertThat(list.size()).isEqualTo(2);
        JsonNode vague = list.get(0);
        assertThat(vague.get("sentence").asString()).isEqualTo("It should be fast");
        assertThat(vague.get("kind").asString()).isEqualTo("latency");
        assertThat(vague.get("measurable").asBoolean()).isFalse();
        assertThat(vague.get("missing").toString())
                .isEqualTo("[\"scale\",\"target\",\"statistic\",\"window\",\"condition\"]");
        assertThat(vague.get("smells").toString()).isEqualTo("[\"vague-quality\"]");
        assertThat(list.get(1).get("smells").toString()).contains("placeholder");
    }

    @Test
    void asksOfAFileMayComeFromAnywhere() throws IOException {
        String endless = "Answers come within 2 s " + "and so on ".repeat(2_000);
        Files.writeString(
                folder.resolve("asks.txt"),
                "\uFEFFSentence\r\n\r\n  It must be fast \r\n\"Say \"\"no\"\" within 2 s, please\"\r"
                        + "\"Up\" and \"running\"\n" + endless + "\n"
                        + "Die Antwort muss schnell sein und nicht mehr als 2 s dauern\n応答は速くなければならない");
        Said said = Said.by(folder, "requirements", "--asks", "asks.txt", "--format", "json");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEqualTo("""
                line 6 is longer than 10,000 characters: the rest was left out
                lines 7, 8 are not English: no more than the numbers were understood
                """);
        JsonNode list = new ObjectMapper().readTree(said.out());
        assertThat(list.findValuesAsString("sentence"))
                .startsWith("It must be fast", "Say \"no\" within 2 s, please", "\"Up\" and \"running\"")
                .hasSize(6);
        assertThat(list.get(3).get("sentence").asString()).hasSize(10_000);
        assertThat(list.get(4).get("smells").toString()).isEqualTo("[\"not-english\"]");
    }

    @Test
    void asksAreFoundInTheirColumnOfATable() throws IOException {
        Files.writeString(folder.resolve("asks.csv"), "id,Requirement,who\n1,\"fast, always\",ann\n2,95 % up,bob\n3\n");
        Said said = Said.by(folder, "requirements", "--asks", "asks.csv", "--format", "json");
        assertThat(new ObjectMapper().readTree(said.out()).findValuesAsString("sentence"))
                .containsExactly("fast, always", "95 % up");
    }

    @Test
    void aFileWithoutAsksIsAnEmptyList() throws IOException {
        Files.writeString(folder.resolve("asks.txt"), "\n\n");
        assertThat(Said.by(folder, "requirements", "--asks", "asks.txt", "--format", "json")
                        .out()
                        .replaceAll("\\s", ""))
                .isEqualTo("[]");
    }

    @Test
    void bytesThatAreNoTextAreSaid() throws IOException {
        Files.write(folder.resolve("asks.txt"), new byte[] {'f', 'a', 's', 't', ' ', (byte) 0xFF, '\n'});
        assertThat(Said.by(folder, "requirements", "--asks", "asks.txt").err())
                .isEqualTo("line 1 is not text in UTF-8: what is not shows as \uFFFD\n");
    }

    @Test
    void asksOfAFileAreReadOnATerminal() throws IOException {
        Files.writeString(folder.resolve("asks.txt"), "The feed has to feel instant\n");
        Said said = Said.by(folder, "requirements", "--asks", "asks.txt", "--width", "60");
        assertThat(said.code()).isZero();
        assertThat(said.out()).isEqualTo("""
                "The feed has to feel instant"
                  latency, not measurable, lacks scale, target, statistic,
                  window, condition
                  vague-quality: "instant": everybody agrees with it, and
                  each means another number
                1 ask: 0 measurable, 0 of them with all that their kind
                needs
                """.replace("kind\nneeds", "kind needs"));
    }

    @Test
    void anAskWithoutADesignIsAnsweredByCustom() {
        Said said = Said.by(folder, "requirements", "--ask", "The feed has to feel instant", "--width", "80");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).isEqualTo("""
                "The feed has to feel instant" asks for one requirement
                  latency: states nothing; lacks scale, target, statistic, window, condition
                  vague-quality: "instant": everybody agrees with it, and each means another
                                 number
                  scale      What is measured, and of which part?
                             request duration of an operation (<operation>): which of yours,
                             only you can say
                  target     Which value is still fine?
                             1 s: longer waits break the flow of thought (Nielsen 1993, chapter
                             5)
                  statistic  Which of the requests count?
                             p99: one in a hundred is felt by everybody who comes back
                  window     Over how long is it judged?
                             28 day: four whole weeks, in which each weekday counts alike
                  condition  Under which load, fault or circumstance?
                             at peak: that is when it is slow, and when most people are there
                  as a sentence: p99 latency of <path> <= <time> at peak over 28 day
                  beware of: a mean, or a time that is measured at the server only

                Nothing of this is agreed: a proposal stays one until a person agrees to it.
                """);
    }

    /// The figure of merit: three requirements and at most seven questions on the first screen.
    @Test
    void theFirstScreenAsksSevenQuestionsOfThreeRequirements() {
        String ask = "It should be fast and accurate and always up";
        Path design = Repository.root().resolve("examples/01-fraud-score");
        Said said = Said.by(design, "requirements", ".", "--ask", ask);
        assertThat(said.out()).startsWith("\"" + ask + "\" asks for 3 requirements\n");
        assertThat(said.out().lines().filter(line -> line.endsWith("?"))).hasSize(7);
        assertThat(said.out()).contains("proposed: p99 latency of score <= 100 ms at peak over 28 day");
        Said all = Said.by(design, "requirements", ".", "--ask", ask, "--all");
        assertThat(all.out().lines().filter(line -> line.endsWith("?"))).hasSize(12);
    }

    /// The guide shows this.
    @Test
    void theGuideShowsWhatTheCommandSays() throws IOException {
        Path design = Repository.root().resolve("examples/01-fraud-score");
        String ask = "It should be fast and accurate and always up";
        Said said = Said.by(design, "requirements", ".", "--ask", ask, "--width", "90");
        Golden.hold("examples/01-fraud-score/expected/requirements-ask-90.txt", said.out());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsOpenInAnExampleIsAsExpected(String example) throws IOException {
        Path design = Repository.root().resolve("examples").resolve(example);
        Said said = Said.by(design, "requirements", "--width", "100");
        assertThat(said.code()).isZero();
        Golden.hold("examples/%s/expected/requirements-100.txt".formatted(example), said.out());
    }

    static java.util.stream.Stream<String> examples() throws IOException {
        return ExamplesCli.examples();
    }

    private static final String DESIGN = """
            design: shop
            workload: {score: {rate: 100 req/s, peak: 2}}
            components:
              box: {kind: service, time: 5 ms, replicas: 4, available: 99.9 %}   # one for each zone
            paths: {score: [box]}

            requirements:
              # what the board said
              board:
                ask: "It should be fast and always up"   # verbatim
              shown: {ask: 'It must be "fully" explainable'}
              slow: {must: p99 latency of score <= 1 s at peak over 28 day, status: proposed}

            decisions: [{chose: one box}]
            """;

    private String accepted(String ids) throws IOException {
        Files.writeString(folder.resolve("design.yaml"), DESIGN);
        Said said = Said.by(folder, "requirements", "--accept", ids);
        assertThat(said.err()).isEqualTo("wrote design.yaml\n");
        assertThat(said.code()).isZero();
        return Files.readString(folder.resolve("design.yaml"));
    }

    @Test
    void whatIsAgreedIsWrittenAndAllElseStays() throws IOException {
        assertThat(accepted("board"))
                .isEqualTo(DESIGN.replace("   # verbatim\n", """
                               # verbatim
                                must: p99 latency of score <= 100 ms at peak over 28 day
                                status: agreed
                            """).replace("status: proposed}\n", """
                            status: proposed}
                              board-availability: {ask: "It should be fast and always up", \
                            must: availability of score >= 99.9 % over 30 day, status: agreed}
                            """));
        assertThat(accepted("shown,slow"))
                .isEqualTo(DESIGN.replace(
                                "explainable'}",
                                "explainable', must: explainability of score >= 100 %, status: agreed}")
                        .replace("status: proposed}", "status: agreed}"));
    }

    @Test
    void whatIsAgreedIsNotProposedAgain() throws IOException {
        accepted("all");
        assertThat(Said.by(folder, "requirements").out())
                .startsWith("shop: 4 requirements: 0 open, 0 proposed, 4 agreed\n");
        Said again = Said.by(folder, "requirements", "--accept", "all");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).isEqualTo("error: there is nothing to agree to: every requirement is agreed\n");
    }

    @Test
    void oneThatIsNotOpenIsRefused() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), DESIGN);
        Said said = Said.by(folder, "requirements", "--accept", "bord");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .isEqualTo(
                        "error: there is no open or proposed requirement \"bord\"\nhint: open are board, shown, slow\n");
        assertThat(folder.resolve("design.yaml")).hasContent(DESIGN);
    }

    @Test
    void eitherFormIsPrintedToBePasted() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), DESIGN);
        Said line = Said.by(folder, "requirements", "--form", "line");
        assertThat(line).isEqualTo(new Said(0, """
                requirements:
                  board:
                    ask: "It should be fast and always up"
                    status: open
                  shown:
                    ask: "It must be \\"fully\\" explainable"
                    status: open
                  slow:
                    must: p99 latency of score <= 1 s at peak over 28 day
                    status: proposed
                """, ""));
        assertThat(Said.by(folder, "requirements", "--form", "long").out()).endsWith("""
                  slow:
                    kind: latency
                    of: score
                    target: {p99: 1 s}
                    over: 28 day
                    while: {load: peak}
                    status: proposed
                """);
    }

    @Test
    void aFormIsPrintedAloneOrNotAtAll() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), DESIGN);
        Said both = Said.by(folder, "requirements", "--form", "long", "--accept", "all");
        assertThat(both).isEqualTo(new Said(2, "", """
                error: --form prints the requirements of a design and nothing else
                hint: leave the others out
                """));
        assertThat(folder.resolve("design.yaml")).hasContent(DESIGN);
        assertThat(Said.by(folder, "requirements", "--form", "short").err()).isEqualTo("""
                        error: "short" is no value of --form, which takes long, line
                        hint: "plumbline requirements --help" lists what it takes
                        """);
    }

    @Test
    void aDesignAsJsonCountsAndAsks() throws IOException {
        Tiny.in(folder, "50 ms");
        Files.writeString(
                folder.resolve("design.yaml"),
                Files.readString(folder.resolve("design.yaml")) + "  vague: {ask: it should be fast}\n");
        JsonNode root = new ObjectMapper()
                .readTree(Said.by(folder, "requirements", "--format", "json").out());
        assertThat(root.get("open").asInt()).isEqualTo(1);
        JsonNode vague = root.get("requirements").get(root.get("requirements").size() - 1);
        assertThat(vague.get("proposals").get(0).get("status").asString()).isEqualTo("proposed");
        assertThat(vague.get("proposals")
                        .get(0)
                        .get("questions")
                        .get(4)
                        .get("basis")
                        .asString())
                .isEqualTo("design");
    }

    @Test
    void aMissingFileIsSaid() {
        Said said = Said.by(folder, "requirements", "--asks", "gone.txt");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("error: \"gone.txt\" cannot be read\nhint: there is no such file\n");
    }

    @Test
    void nothingToReadIsSaid() {
        assertThat(Said.by(folder, "requirements").err())
                .startsWith("error: there is no \"design.yaml\" in this folder\n");
    }
}
