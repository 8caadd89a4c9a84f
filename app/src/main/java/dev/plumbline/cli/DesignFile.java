package dev.plumbline.cli;

import dev.plumbline.design.DesignReader;
import dev.plumbline.diagnostic.Nearest;
import dev.plumbline.source.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The design that a command is about, and the folder it may read from.
///
/// @param name the file as the user named it; messages show it so
/// @param file where it is
record DesignFile(String name, Path file) {
    /// The name that needs not be said.
    static final String USUAL = "design.yaml";

    /// What commands say of it in their help.
    static final String DESCRIPTION = "A design file, or a folder that holds design.yaml; this folder by default.";

    /// The design that the user named: a file, or a folder that holds a `design.yaml`.
    static DesignFile find(Outside outside, String named) {
        Path file = path(outside, named);
        if (Files.isDirectory(file)) {
            String inside = named.endsWith("/") ? named + USUAL : named + "/" + USUAL;
            return found(inside, file.resolve(USUAL), named);
        }
        return found(named, file, named);
    }

    private static Path path(Outside outside, String named) {
        try {
            return outside.folder().resolve(named);
        } catch (InvalidPathException e) {
            throw new Refused("\"%s\" cannot be the name of a file".formatted(named));
        }
    }

    private static DesignFile found(String name, Path file, String named) {
        if (Files.exists(file)) {
            if (!Files.isReadable(file)) {
                throw new Refused("\"%s\" may not be read".formatted(name));
            }
            return new DesignFile(name, file);
        }
        if (named.equals(USUAL)) {
            throw new Refused(
                    "there is no \"%s\" in this folder".formatted(USUAL),
                    neighbour(file)
                            .map("there is \"%s\"; name it if that is the design"::formatted)
                            .orElse("name a design, such as \"plumbline check examples/02-feed-ranking\""));
        }
        String missing = "there is no file \"%s\"".formatted(name);
        throw neighbour(file)
                .map(near -> new Refused(missing, "did you mean \"%s\"?".formatted(sibling(name, near))))
                .orElseGet(() -> new Refused(missing));
    }

    private static String sibling(String name, String near) {
        return name.substring(0, name.lastIndexOf('/') + 1) + near;
    }

    /// The YAML file beside it with the nearest name, or the only one.
    private static Optional<String> neighbour(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(each -> Objects.toString(each.getFileName()))
                    .filter(each -> each.endsWith(".yaml") || each.endsWith(".yml"))
                    .sorted()
                    .toList();
            String wanted = Objects.toString(file.getFileName());
            return Nearest.to(wanted, names)
                    .or(() -> names.size() == 1 ? names.stream().findFirst() : Optional.empty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The design, or all that is wrong with it.
    DesignReader.Reading read() {
        return new DesignReader(Knowledge.facts()).read(name, folder());
    }

    /// The files beside the design; a link that leads out of the folder is not followed.
    Folder folder() {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        String main = Objects.toString(file.getFileName());
        return path -> open(folder, path, path.equals(main));
    }

    private static InputStream open(Path folder, String path, boolean main) throws IOException {
        Path wanted = folder.resolve(path);
        if (!main && !wanted.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException("it is a link that leads out of the design's folder");
        }
        if (Files.isDirectory(wanted)) {
            throw new IOException("it is a folder");
        }
        return Files.newInputStream(wanted);
    }
}
