package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The pages that the build put beside this class: one for each rule, and the schema of reports.
final class Pages {
    private static final String RULES = "rules";
    private static final String MARKDOWN = ".md";

    private Pages() {}

    /// The page of a rule, if there is such a rule.
    static Optional<String> rule(String name) {
        boolean plausible = name.matches("[a-z0-9][a-z0-9.-]*");
        return plausible ? text(RULES + "/" + name + MARKDOWN) : Optional.empty();
    }

    /// The rules that have a page, in the order of the alphabet.
    static List<String> rules() {
        URL folder = Pages.class.getResource(RULES);
        if (folder == null) {
            return List.of();
        }
        try {
            URI uri = folder.toURI();
            if (uri.getScheme().equals("file")) {
                return names(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.provider().getPath(uri));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .filter(name -> name.endsWith(MARKDOWN))
                    .map(name -> name.substring(0, name.length() - MARKDOWN.length()))
                    .sorted()
                    .toList();
        }
    }

    /// The JSON Schema of reports.
    static String reportSchema() {
        return text("report.schema.json").orElseThrow();
    }

    private static Optional<String> text(String resource) {
        try (InputStream stream = Pages.class.getResourceAsStream(resource)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
