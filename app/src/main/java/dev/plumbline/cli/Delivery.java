package dev.plumbline.cli;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.report.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Where a report goes: standard out, or a file that is replaced in one step, so that nobody reads half a report.
final class Delivery {
    private Delivery() {}

    static void toOut(Outside outside, String report) {
        outside.out().print(report);
        outside.out().flush();
    }

    /// Tells why a design cannot be read, and gives the exit code for that.
    static int refused(
            Outside outside, ScreenOptions screen, Format format, DesignFile file, List<Diagnostic> findings) {
        var reports = new Reports(format, screen.width(outside), screen.palette(outside, false), false);
        toOut(outside, reports.of(new Refusal(file.name(), findings)));
        return Main.COULD_NOT_RUN;
    }

    static void toFile(Outside outside, String name, String report) {
        Path file = outside.folder().resolve(name);
        if (Files.isDirectory(file)) {
            throw new Refused("\"%s\" is a folder; --out takes the name of a file".formatted(name));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refused("cannot write \"%s\": there is no folder \"%s\"".formatted(name, folder));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, report, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refused("cannot write \"%s\": %s".formatted(name, e.getMessage()));
        }
        outside.err().println("wrote " + name);
    }
}
