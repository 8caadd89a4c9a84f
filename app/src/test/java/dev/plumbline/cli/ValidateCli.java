package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.report.Golden;
import dev.plumbline.report.Repository;
import dev.plumbline.report.ValidationPage;
import dev.plumbline.validation.CaseFile;
import dev.plumbline.validation.Comparison;
import dev.plumbline.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCli {
    private static final String CASES = """
            id,quantity,inputs,expected value,unit,tolerance,source
            kv,KV bytes per token,layers=32;kv_heads=32;head_dim=128;bytes=2,524288,B/token,rel:0,a paper
            dense,peak dense FP8,device=L40S;sparsity=no,1466,TFLOP/s,rel:0.01,a table that is wrong
            memory,HBM capacity,device=B200,180,GB,rel:0.07,a data sheet
            charm,charm of the design,lines=100,9,points,rel:0.1,an opinion
            """;

    @TempDir
    private Path folder = Path.of("");

    private Said said(String... arguments) {
        return Said.by(folder, arguments);
    }

    @Test
    void thePageIsTheOneThatTheCasesGive() throws IOException {
        Optional<Path> cases = ValidateCommand.beside(Repository.root());
        assumeTrue(cases.isPresent(), "the published cases are not beside the repository: docs/validation is not held");
        CaseFile.Reading reading = CaseFile.read("estimation.csv", Files.readString(cases.orElseThrow()));
        assertThat(reading.findings().all()).isEmpty();
        Validation validation = Validation.of(reading.cases(), ValidateCommand.methods());
        Golden.hold("docs/validation/estimation.md", ValidationPage.written(ValidateCommand.TITLE, validation));
    }

    @Test
    @Tag("slow")
    void thePageOfQueuesIsWhatTheSimulatorGives() throws IOException {
        Said said = said("validate", "--queues");
        assertThat(said.code()).isZero();
        Golden.hold("docs/validation/queueing.md", said.out());
    }

    /// Whoever reads of a miss of a served model finds what is likely behind it.
    @Test
    void everyMissOfAServedModelIsExplained() throws IOException {
        Optional<Path> cases = ValidateCommand.beside(Repository.root());
        assumeTrue(cases.isPresent(), "the published cases are not beside the repository: docs/validation is not held");
        CaseFile.Reading reading = CaseFile.read("estimation.csv", Files.readString(cases.orElseThrow()));
        Validation validation = Validation.of(reading.cases(), ValidateCommand.methods());
        String page = Files.readString(Repository.root().resolve("docs/validation/serving.md"));
        assertThat(validation.comparisons())
                .filteredOn(each -> each.verdict() == Comparison.Verdict.OUTSIDE)
                .filteredOn(each -> each.given().id().matches("(srv|thr|trtllm)-.*"))
                .extracting(each -> each.given().id())
                .allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
    }

    @Test
    void ourFigureStandsBesideTheirs() throws IOException {
        Files.writeString(folder.resolve("cases.csv"), CASES);
        assertThat(said("validate", "--cases", "cases.csv", "--width", "80")).isEqualTo(new Said(0, """
                    case    ours               theirs  unit     allowed
                  ✓ kv      524288             524288  B/token  rel:0
                  ✗ dense   733                1466    TFLOP/s  rel:0.01
                  ✓ memory  185.9 (180 … 192)  180     GB       rel:0.07

                without a figure of ours
                  charm: no method here computes it from what is given

                4 cases: 3 computed, of which 2 (67 %) lie within what is allowed; 1 without a
                figure of ours
                """, ""));
    }

    @Test
    void aProgramGetsTheSame() throws IOException {
        Files.writeString(folder.resolve("cases.csv"), CASES);
        assertThat(said("validate", "--cases", "cases.csv", "--format", "json").out())
                .contains("\"inside\": 2", "\"verdict\": \"not-computed\"", "\"how\": \"facts.l40s.fp8_dense\"");
    }

    @Test
    void aRowAtFaultIsToldAndTheOthersAreComputed() throws IOException {
        Files.writeString(folder.resolve("cases.csv"), CASES + "x,y,z=1,many,s,rel:0.1,nobody\n");
        Said said = said("validate", "--cases", "cases.csv");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("error[validation.case] \"many\" is no number")
                .contains("cases.csv:6:1");
        assertThat(said.out()).contains("4 cases: 3 computed");
    }

    @Test
    void withoutCasesItSaysWhereItLooked() {
        assertThat(said("validate", "--cases", "nowhere.csv"))
                .isEqualTo(new Said(2, "", "error: there is no file \"nowhere.csv\" that can be read\n"));
        assertThat(said("validate")).isEqualTo(new Said(2, "", """
                        error: there is no "shared/cases/estimation.csv" beside this folder or above it
                        hint: name a file of cases with --cases FILE
                        """));
    }
}
