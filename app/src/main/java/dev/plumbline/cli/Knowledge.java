package dev.plumbline.cli;

import dev.plumbline.knowledge.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The facts that travel with the library.
final class Knowledge {
    private Knowledge() {}

    static Facts facts() {
        return Facts.load(Knowledge::text);
    }

    private static String text(String file) {
        try (InputStream stream = Facts.class.getResourceAsStream("/knowledge/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
