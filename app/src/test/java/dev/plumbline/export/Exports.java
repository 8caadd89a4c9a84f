package dev.plumbline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.design.DesignReader.Reading;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.report.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Exports of examples and of designs in a test.
final class Exports {
    private static final String SYSTEM = """
            design: shop
            owner: shop-team
            workload: {pay: {rate: 40 req/s}, rare: {rate: 3 req/h}}
            components: {till: {kind: service, time: 5 ms}, brain: {kind: model, time: 5 ms}}
            paths: {pay: [till, brain], rare: [till]}
            sources: {sales: {rate: 2 event/s}}
            data: {basket: {from: sales, compute: stream, lag: 1 s}}
            models: {brain: {trains: every 1 day, uses: [basket], labels-after: 2 day}}
            scenarios: {rush: {load: x3}}
            requirements:
            """;

    private Exports() {}

    static List<Path> examples() {
        try (Stream<Path> folders = Files.list(Repository.root().resolve("examples"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("design.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Design example(Path folder) {
        return read(path -> Files.newInputStream(folder.resolve(path)));
    }

    /// A small shop with these requirements, one a line.
    static Design shop(String... requirements) {
        String yaml = SYSTEM + "  " + String.join("\n  ", requirements) + "\n";
        return read(path -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    /// The shop with a text on what it is for.
    static Design shopAbout(String about, String requirement) {
        String yaml = SYSTEM.replace("requirements:\n", "about: \"%s\"\nrequirements:\n".formatted(about)) + "  "
                + requirement + "\n";
        return read(path -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private interface Opening {
        InputStream open(String path) throws IOException;
    }

    private static Design read(Opening opening) {
        Reading reading = new DesignReader(facts()).read("design.yaml", opening::open);
        assertThat(reading).as("%s", reading.findings().all()).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).design();
    }

    private static Facts facts() {
        return Facts.load(file -> {
            try (InputStream stream = Facts.class.getResourceAsStream("/knowledge/" + file)) {
                return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Export of(Design design, Destination destination) {
        return of(design, destination, OptionalInt.empty());
    }

    static Export of(Design design, Destination destination, OptionalInt guard) {
        return new Exporter(design, new Stamp("0.0", "design.yaml", "f00d"), guard).to(destination);
    }

    /// The only file of an export.
    static String text(Design design, Destination destination) {
        return of(design, destination).files().getFirst().text();
    }

    /// Why the requirement is not exported; empty if it is.
    static String left(Export export, String id) {
        return export.outcomes().stream()
                .filter(outcome -> outcome.requirement().id().equals(id))
                .map(outcome -> outcome instanceof Outcome.Left(var _, String reason) ? reason : "")
                .findFirst()
                .orElseThrow();
    }
}
