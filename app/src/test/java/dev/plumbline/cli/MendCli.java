package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.report.Golden;
import dev.plumbline.report.Repository;
import dev.plumbline.review.Edit;
import dev.plumbline.review.Patch;
import dev.plumbline.source.Node;
import dev.plumbline.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MendCli {
    /// What arrives is the work of 4.6 servers.
    private static final String OVERLOADED = """
            design: overloaded
            workload: {ask: {rate: 230 req/s}}
            components:
              server: {kind: service, replicas: 2, price: 50 USD/month, time: {exponential: 20 ms}}  # two, by habit
            paths: {ask: [server]}
            requirements:
              quick: {must: p95 latency of ask <= 500 ms}
              cheap: {must: cost <= 320 USD/month}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aDesign() throws IOException {
        Files.writeString(folder.resolve("design.yaml"), OVERLOADED);
    }

    private Said mend(String... arguments) {
        String[] all = new String[arguments.length + 6];
        all[0] = "mend";
        all[1] = "design.yaml";
        System.arraycopy(new String[] {"--worlds", "4", "--requests", "3000"}, 0, all, 2, 4);
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        return Said.by(folder, all);
    }

    @Test
    void mendsArePrintedWithGainPriceAndPatch() throws IOException {
        Said said = mend();
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        Golden.hold("app/src/test/resources/mend.txt", said.out());
    }

    @Test
    void mendsAsJsonKeepTheSchema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Repository.root().resolve("schema/report.schema.json")), InputFormat.JSON);
        assertThat(schema.validate(mend("--format", "json").out(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(mend("cheap", "--format", "json").out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void anAppliedMendIsInTheFileAndTheRestIsAsItWas() throws IOException {
        Said said = mend("quick", "--apply", "1");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEqualTo("wrote design.yaml\n");
        assertThat(Files.readString(folder.resolve("design.yaml")))
                .isNotEqualTo(OVERLOADED)
                .contains("# two, by habit");
        assertThat(folder.resolve("design.yaml.part")).doesNotExist();
        assertThat(Said.by(folder, "check", "--worlds", "4", "--requests", "3000")
                        .code())
                .isZero();
    }

    @Test
    void aFileThatHasChangedMeanwhileIsLeftAlone() throws IOException {
        DesignFile file = new DesignFile("design.yaml", folder.resolve("design.yaml"));
        Node.Mapping root =
                Sources.read(file.name(), file.folder()).main().root().orElseThrow();
        Patch patch =
                Patch.of(List.of(new Edit.InsertKey(root, "owner", "risk"))).orElseThrow();
        String later = OVERLOADED + "# a colleague was here\n";
        Files.writeString(folder.resolve("design.yaml"), later);
        Outside outside = new Outside(
                System.out, System.err, folder, java.util.Map.of(), Screen.NONE, () -> java.time.Instant.EPOCH);
        assertThatThrownBy(() -> new PatchedFiles(outside, file, "mend").write(patch))
                .isInstanceOf(Refused.class)
                .hasMessage("\"design.yaml\" has changed since it was read, and is left as it is");
        assertThat(Files.readString(folder.resolve("design.yaml"))).isEqualTo(later);
    }

    @Test
    void aMendThatIsNotThereCannotBeApplied() {
        Said said = mend("quick", "--apply", "99");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("error: there is no mend 99 to apply; the last is ");
    }

    @Test
    void aRequirementThatIsMetNeedsNoMend() {
        assertThat(mend("cheap").out()).contains("cheap is met: there is nothing to mend");
    }

    @Test
    void anUnknownRequirementOffersTheNearest() {
        assertThat(mend("quik")).isEqualTo(new Said(2, "", """
                                error: there is no requirement "quik"
                                hint: did you mean "quick"?
                                """));
    }

    @Test
    void aBudgetIsATime() {
        assertThat(mend("--budget", "lots")).isEqualTo(new Said(2, "", """
                                error: "lots" is no value of --budget, which takes a time
                                hint: write "--budget 20s" or "--budget 2min"
                                """));
    }
}
