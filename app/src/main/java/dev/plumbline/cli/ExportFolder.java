package dev.plumbline.cli;

import dev.plumbline.export.Export;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The folder that exported files go to. What else lies in it is left alone, a file of the same name included that this
/// program has not written.
final class ExportFolder {
    private static final String MARK = "# plumbline ";

    private final String name;
    private final Path folder;

    ExportFolder(Outside outside, String name) {
        this.name = name;
        try {
            this.folder = outside.folder().resolve(name);
        } catch (InvalidPathException e) {
            throw new Refused("\"%s\" cannot be the name of a folder".formatted(name));
        }
    }

    /// Writes all files or, where one cannot be written, none: each is written beside its place first.
    void write(Export export) {
        export.files().forEach(file -> refuseForeign(file.name()));
        Map<Path, Path> parts = new LinkedHashMap<>();
        try {
            Files.createDirectories(folder);
            for (Export.File file : export.files()) {
                Path part = folder.resolve(file.name() + ".part");
                parts.put(part, folder.resolve(file.name()));
                Files.writeString(part, file.text(), StandardCharsets.UTF_8);
            }
            for (Map.Entry<Path, Path> move : parts.entrySet()) {
                Files.move(
                        move.getKey(),
                        move.getValue(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (FileAlreadyExistsException e) {
            throw new Refused("\"%s\" is a file; --out takes the name of a folder".formatted(name));
        } catch (IOException e) {
            parts.keySet().forEach(ExportFolder::forget);
            throw new Refused("cannot write into \"%s\": %s".formatted(name, e.getMessage()));
        }
    }

    private void refuseForeign(String file) {
        Path there = folder.resolve(file);
        if (Files.isDirectory(there) || (Files.exists(there) && !isOurs(there))) {
            throw new Refused(
                    "\"%s/%s\" is there and was not exported by plumbline; it is left as it is".formatted(name, file),
                    "name another folder by --out, or move that file away");
        }
    }

    private static boolean isOurs(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().filter(line -> line.startsWith(MARK)).isPresent();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static void forget(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // What cannot be written may not be deletable either; the message says what went wrong.
        }
    }
}
