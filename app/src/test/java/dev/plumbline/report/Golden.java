package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A committed file that the code writes. `-Dgolden=update` writes it anew; otherwise a difference fails.
public final class Golden {
    private Golden() {}

    /// Holds what was written against the file at that path of the repository.
    public static void hold(String path, String written) throws IOException {
        Path file = Repository.root().resolve(path);
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, written);
        }
        assertThat(file).as("%s; rewrite it with -Dgolden=update", path).hasContent(written);
        assertThat(Files.readString(file)).isEqualTo(written);
    }
}
