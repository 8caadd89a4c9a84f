package dev.plumbline.cli;

import dev.plumbline.review.Patch;
import dev.plumbline.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a patch into a design's files: each in one step, and none if any of them has changed since it was read.
///
/// @param design the design whose files they are
/// @param command what wrote it, to be named where it has to be run again
record PatchedFiles(Outside outside, DesignFile design, String command) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    void write(Patch patch) {
        Map<Path, byte[]> changed = new LinkedHashMap<>();
        patch.texts().forEach((file, text) -> changed.put(path(file), bytes(file, text)));
        changed.forEach(PatchedFiles::replace);
        patch.texts().keySet().forEach(file -> outside.err().println("wrote " + file.name()));
    }

    private Path path(SourceFile file) {
        int folder = Math.max(design.name().lastIndexOf('/'), design.name().lastIndexOf('\\')) + 1;
        return design.file().resolveSibling(file.name().substring(folder));
    }

    /// The new bytes of a file, with its byte order mark if it has one.
    private byte[] bytes(SourceFile file, String text) {
        byte[] now = read(path(file), file.name());
        for (String mark : new String[] {"", BYTE_ORDER_MARK}) {
            if (Arrays.equals(now, (mark + file.text()).getBytes(StandardCharsets.UTF_8))) {
                return (mark + text).getBytes(StandardCharsets.UTF_8);
            }
        }
        throw new Refused(
                "\"%s\" has changed since it was read, and is left as it is".formatted(file.name()),
                "run \"plumbline %s\" again, on the file as it is now".formatted(command));
    }

    private static byte[] read(Path path, String name) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new Refused("\"%s\" cannot be read again, and is left as it is".formatted(name));
        }
    }

    private static void replace(Path path, byte[] bytes) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refused("cannot write \"%s\": %s".formatted(path.getFileName(), e.getMessage()));
        }
    }
}
