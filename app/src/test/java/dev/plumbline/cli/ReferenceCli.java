package dev.plumbline.cli;

import dev.plumbline.report.Golden;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReferenceCli {
    @Test
    void theReferencePageIsTheOneTheCodeWrites() throws IOException {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        var outside = new Outside(nowhere, nowhere, Path.of(""), Map.of(), Screen.NONE, () -> Instant.EPOCH);
        Golden.hold("docs/reference/cli.md", CommandPage.of(Main.commands(outside)));
    }
}
