package dev.plumbline.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The facts that travel with Plumbline, for tests.
public final class Known {
    private Known() {}

    public static Facts facts() {
        return Facts.load(Known::text);
    }

    static String text(String file) {
        try (InputStream in = Known.class.getResourceAsStream("/knowledge/" + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no resource knowledge/%s.".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
