package dev.plumbline.report;

import java.nio.file.Path;
import java.util.Objects;

/// The folder that holds everything, as the build names it.
final class Repository {
    private Repository() {}

    static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("plumbline.root"), "plumbline.root"));
    }
}
