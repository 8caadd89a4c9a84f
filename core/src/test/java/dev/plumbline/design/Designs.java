package dev.plumbline.design;

import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Folder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/// Reads designs in tests, with the facts that travel with Plumbline.
public final class Designs {
    private static final Facts FACTS = Facts.load(Designs::fact);

    private Designs() {}

    /// Reads `design.yaml` from a folder.
    public static DesignReader.Reading read(Folder folder) {
        return new DesignReader(FACTS).read("design.yaml", folder);
    }

    /// Reads a design whose files are given by name.
    public static DesignReader.Reading read(String design, Map<String, String> files) {
        return read(path -> {
            String text = path.equals("design.yaml") ? design : files.get(path);
            if (text == null) {
                throw new NoSuchFileException(path);
            }
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    /// Reads a design that is one file.
    public static DesignReader.Reading read(String design) {
        return read(design, Map.of());
    }

    /// The folder of that name below the repository's root, read from the disk.
    public static Folder folder(Path below) {
        return path -> Files.newInputStream(root().resolve(below).resolve(path));
    }

    /// The repository's root.
    public static Path root() {
        return Path.of(System.getProperty("plumbline.root", ".."));
    }

    private static String fact(String file) {
        try (InputStream in = Designs.class.getResourceAsStream("/knowledge/" + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no resource knowledge/%s.".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
