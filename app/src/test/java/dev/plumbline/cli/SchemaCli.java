package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SchemaCli {
    private static Said said(String... arguments) {
        return Said.by(Path.of(""), arguments);
    }

    @Test
    void theSchemaPrintedIsTheOneCommitted() throws IOException {
        String committed = Files.readString(Repository.root().resolve("schema/design.schema.json"));
        assertThat(said("schema")).isEqualTo(new Said(0, committed, ""));
        assertThat(said("schema", "design")).isEqualTo(new Said(0, committed, ""));
    }

    @Test
    void theSchemaOfReportsIsPrintedToo() throws IOException {
        String committed = Files.readString(Repository.root().resolve("schema/report.schema.json"));
        assertThat(said("schema", "report")).isEqualTo(new Said(0, committed, ""));
    }

    @Test
    void anUnknownSchemaOffersTheNearest() {
        assertThat(said("schema", "reprot")).isEqualTo(new Said(2, "", """
                                error: "reprot" is no value of KIND, which takes design, report
                                hint: did you mean "report"?
                                hint: "plumbline schema --help" lists what it takes
                                """));
    }
}
