package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DesignFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Outside outside() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new Outside(nowhere, nowhere, folder, Map.of(), Screen.NONE, () -> Instant.EPOCH);
    }

    @Test
    void aFolderStandsForTheDesignInIt() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.writeString(folder.resolve("a/design.yaml"), "design: d\n");
        assertThat(DesignFile.find(outside(), "a").name()).isEqualTo("a/design.yaml");
        assertThat(DesignFile.find(outside(), "a/").name()).isEqualTo("a/design.yaml");
    }

    @Test
    void aMissingFileOffersTheNearest() throws IOException {
        Files.writeString(folder.resolve("feed.yaml"), "design: d\n");
        assertThatThrownBy(() -> DesignFile.find(outside(), "fed.yaml"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused).hasMessage("there is no file \"fed.yaml\"");
                    assertThat(refused.hints()).containsExactly("did you mean \"feed.yaml\"?");
                });
    }

    @Test
    void withoutADesignInTheFolderOneIsToldHowToNameOne() {
        assertThatThrownBy(() -> DesignFile.find(outside(), "design.yaml"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused).hasMessage("there is no \"design.yaml\" in this folder");
                    assertThat(refused.hints()).singleElement().asString().contains("plumbline check");
                });
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.yaml"), "x: 1\n");
        Files.writeString(inside.resolve("design.yaml"), "design: d\n");
        Files.writeString(inside.resolve("shared.yaml"), "y: 1\n");
        Files.createSymbolicLink(inside.resolve("link.yaml"), folder.resolve("secret.yaml"));
        var files = DesignFile.find(outside(), "inside").folder();
        assertThatThrownBy(() -> files.open("link.yaml"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("out of");
        try (InputStream shared = files.open("shared.yaml")) {
            assertThat(new String(shared.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("y: 1\n");
        }
    }
}
