package dev.plumbline.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each folder of `wrong` holds a design that is wrong in one way, and what is said about it. `-Dgolden=update`
/// writes what is said now; read the difference before it is kept.
class WrongFilesTest {
    private static final int WIDTH = 100;

    static List<Path> wrong() throws IOException {
        Path root = Path.of(System.getProperty("plumbline.root", ".."), "core/src/test/resources/wrong");
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_file_is_answered_with_where_what_why_and_how_to_mend(Path wrong) throws IOException {
        Diagnostics said =
                Designs.read(path -> Files.newInputStream(file(wrong, path))).findings();
        String text = Rendering.plain(WIDTH).of(said);
        Path expected = wrong.resolve("expected.txt");
        if (System.getProperty("golden", "").equals("update")) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
        assertThat(said.hasErrors()).isTrue();
        assertThat(said.all()).allSatisfy(WrongFilesTest::hasItsParts);
    }

    /// A design that is not UTF-8 is called `design.bin`, so that tools which read the repository's text pass it by.
    private static Path file(Path folder, String path) {
        Path binary = folder.resolve("design.bin");
        return path.equals("design.yaml") && Files.exists(binary) ? binary : folder.resolve(path);
    }

    private static void hasItsParts(Diagnostic finding) {
        assertThat(finding.what()).isNotBlank().doesNotEndWith(".").doesNotStartWith(" ");
        assertThat(finding.why()).isNotBlank().doesNotEndWith(".");
        assertThat(finding.mend()).isNotBlank().doesNotEndWith(".");
    }
}
