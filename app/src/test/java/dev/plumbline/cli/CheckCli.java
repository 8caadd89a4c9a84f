package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckCli {
    private static final String[] FAST = {"--worlds", "4", "--requests", "2000"};

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aDesign() throws IOException {
        Tiny.in(folder, "200 ms");
    }

    private void write(String design) throws IOException {
        Files.writeString(folder.resolve("design.yaml"), design);
    }

    private Said check(String... arguments) {
        String[] all = new String[arguments.length + FAST.length + 1];
        all[0] = "check";
        System.arraycopy(FAST, 0, all, 1, FAST.length);
        System.arraycopy(arguments, 0, all, FAST.length + 1, arguments.length);
        return Said.by(folder, all);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Repository.root().resolve("schema/report.schema.json")), InputFormat.JSON);
    }

    @Test
    void aDesignInTheFolderNeedsNoName() {
        Said said = check();
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("✓ quick")
                .contains("must be ≤ 200 ms")
                .endsWith("1 requirement: ✓ 1 met; 3 hints\n");
    }

    @Test
    void aMissedRequirementIsExitCodeOneUnlessNothingFails() throws IOException {
        Tiny.in(folder, "2 ms");
        assertThat(check().code()).isEqualTo(1);
        assertThat(check("--fail-on", "never").code()).isZero();
    }

    @Test
    void aDesignThatDoesNotReadListsItsFaultsAndCouldNotRun() throws IOException {
        write(Tiny.DESIGN.replace("concurrency", "concurency").replace("TARGET", "2 ms"));
        Said said = check();
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out())
                .startsWith("error[")
                .contains("design.yaml:7:27")
                .endsWith("\n1 error: the design cannot be judged as written\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TARGET", "2 ms", "200 ms"})
    void everyOutcomeAsJsonKeepsTheSchema(String target) throws IOException {
        Tiny.in(folder, target);
        assertThat(schema().validate(check("--format", "json").out(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text, tiny",
        "json, {",
        "markdown, ### tiny: 1 requirement: 1 met",
        "sarif, {",
        "junit, <?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    })
    void eachFormatStartsAsItShould(String format, String start) {
        Said said = check("--format", format);
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown", "sarif"})
    void aPolicyThatContradictsAnotherIsInEveryReportOfFindings(String format) throws IOException {
        String late = "{call: server, timeout: 50 ms, hedge: {after: 60 ms}}";
        write(Tiny.DESIGN.replace("[server]", "[" + late + "]").replace("TARGET", "200 ms"));
        Said said = check("--format", format, "--fail-on", "warning");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("policy.hedge-after-timeout").contains("due after 60 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown", "sarif", "junit"})
    void requirementsThatContradictEachOtherFailAndAreInEveryReport(String format) throws IOException {
        write(Tiny.DESIGN.replace("TARGET", "200 ms") + "  slower: {must: p99 latency of ask <= 300 ms at peak}\n");
        Said said = check("--format", format);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("conflict.target-conflict")
                .contains("set two targets for the p99 latency of ask");
    }

    @Test
    void manyHintsOnRequirementsAreCountedOnATerminalAndToldInFullElsewhere() {
        assertThat(check().out())
                .contains("3 hints on requirements: missing.meter, missing.owner, missing.window; "
                        + "\"plumbline requirements\n  design.yaml\" shows them\n")
                .doesNotContain("why:");
        assertThat(check("--verbose").out())
                .contains("hint[missing.owner]")
                .contains("hint[missing.window]")
                .contains("hint[missing.meter]");
        assertThat(check("--format", "json").out())
                .contains("\"missing.owner\"")
                .contains("\"missing.window\"");
        assertThat(check("--format", "sarif").out())
                .contains("\"missing.owner\"")
                .contains("\"missing.window\"");
        assertThat(check("--format", "markdown").out())
                .contains("<details><summary>3 hints on requirements: missing.meter, missing.owner, missing.window")
                .contains("**hint** `missing.owner`");
        assertThat(Said.by(folder, "requirements", "design.yaml").out())
                .contains("hint[missing.owner]")
                .contains("hint[missing.window]")
                .contains("hint[missing.meter]");
    }

    @Test
    void aClaimThatCannotBeSoIsAnError() throws IOException {
        write(Tiny.DESIGN.replace("assume:", "assume:\n  hit_rate: 120 %").replace("TARGET", "200 ms"));
        Said said = check();
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("error[claim.share-over-whole]");
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(check("--format", "json").out())
                .isEqualTo(check("--format", "json").out());
        assertThat(check("--format", "json", "--seed", "7").out())
                .isNotEqualTo(check("--format", "json", "--seed", "8").out());
    }

    @Test
    void aReportCanGoToAFile() throws IOException {
        Said said = check("--format", "json", "--out", "report.json");
        assertThat(said).isEqualTo(new Said(0, "", "wrote report.json\n"));
        assertThat(Files.readString(folder.resolve("report.json")))
                .startsWith("{")
                .endsWith("}\n");
        assertThat(folder.resolve("report.json.part")).doesNotExist();
    }

    @Test
    void aFileInNoFolderIsRefused() {
        Said said = check("--out", "missing/report.json");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("error: cannot write \"missing/report.json\": there is no folder");
    }

    @Test
    void colourIsSentOnlyWhereItIsWanted() {
        assertThat(check().out()).doesNotContain("\u001b");
        assertThat(check("--color", "always").out()).contains("\u001b[");
        Screen screen = new Screen(true, false, OptionalInt.of(80));
        assertThat(Said.by(folder, screen, Map.of(), "check", "--worlds", "2", "--requests", "1000")
                        .out())
                .contains("\u001b[");
        assertThat(Said.by(folder, screen, Map.of("NO_COLOR", "1"), "check", "--worlds", "2", "--requests", "1000")
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void anUnknownFormatOffersTheNearest() {
        assertThat(check("--format", "jsn")).isEqualTo(new Said(2, "", """
                                error: "jsn" is no value of --format, which takes text, json, markdown, sarif, junit
                                hint: did you mean "json"?
                                hint: "plumbline check --help" lists what it takes
                                """));
    }

    @Test
    void anUnknownOptionOffersTheNearest() {
        assertThat(check("--sead=3").err())
                .startsWith("error: unknown option \"--sead=3\"\nhint: did you mean \"--seed\"?\n");
    }

    @Test
    void noWorldsAtAllIsRefused() {
        assertThat(Said.by(folder, "check", "--worlds", "0").err())
                .isEqualTo("error: --worlds takes a number from 1 up, not \"0\"\n");
        assertThat(Said.by(folder, "check", "--worlds", "many").err())
                .startsWith("error: \"many\" is no value of --worlds, which takes a number\n");
    }

    @Test
    void aMissingDesignIsToldKindly() {
        Said said = Said.by(folder, "check", "desgn.yaml");
        assertThat(said).isEqualTo(new Said(2, "", """
                                error: there is no file "desgn.yaml"
                                hint: did you mean "design.yaml"?
                                """));
    }
}
