package dev.plumbline.report;

import java.nio.file.Path;
import java.util.Objects;

/// The folder that holds everything, as the build names it.
public final class Repository {
    private Repository() {}

    /// The folder.
    public static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("plumbline.root"), "plumbline.root"));
    }
}
