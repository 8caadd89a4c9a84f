package dev.plumbline.design;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.diagnostic.Rendering;
import dev.plumbline.quantity.Units;
import dev.plumbline.requirement.SentenceParser;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Folder;
import dev.plumbline.source.Node;
import dev.plumbline.source.Sources;
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
    /// What reads a design and says what is wrong with it.
    interface Reader {
        Diagnostics read(String main, Folder folder);
    }

    private static final Reader READER = WrongFilesTest::yamlAndSentences;
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
        Diagnostics said = READER.read("design.yaml", path -> Files.newInputStream(file(wrong, path)));
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

    /// Reads the YAML and every sentence, which is all that these rules look at.
    private static Diagnostics yamlAndSentences(String main, Folder folder) {
        Bundle bundle = Sources.read(main, folder);
        Problems problems = new Problems();
        problems.addAll(bundle.findings().all());
        bundle.documents().stream()
                .flatMap(document -> document.root().stream())
                .flatMap(root -> root.get("requirements").stream())
                .filter(Node.Mapping.class::isInstance)
                .flatMap(requirements -> ((Node.Mapping) requirements).entries().stream())
                .map(Node.Entry::value)
                .filter(Node.Mapping.class::isInstance)
                .flatMap(requirement -> ((Node.Mapping) requirement).get("must").stream())
                .filter(Node.Scalar.class::isInstance)
                .forEach(must -> SentenceParser.parse((Node.Scalar) must, Units.standard(), problems));
        return problems.collected();
    }
}
