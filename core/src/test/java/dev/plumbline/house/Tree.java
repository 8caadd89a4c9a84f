package dev.plumbline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files that the repository keeps, by path with `/`; a file that is not text has no text here.
///
/// @param texts what each text file says
/// @param paths every file and folder, text or not
record Tree(SortedMap<String, String> texts, Set<String> paths) {
    private static final Set<String> NOT_KEPT = Set.of(".git", "target", "node_modules", ".idea", ".vscode");
    private static final Set<String> TEXT = Set.of(
            "java", "md", "yaml", "yml", "xml", "json", "sh", "txt", "csv", "config", "ts", "tsx", "css", "html");

    /// A tree of these texts alone, for tests.
    static Tree of(Map<String, String> texts) {
        return new Tree(new TreeMap<>(texts), Set.copyOf(texts.keySet()));
    }

    static Tree below(Path root) {
        SortedMap<String, String> texts = new TreeMap<>();
        Set<String> paths = new java.util.TreeSet<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.filter(it -> isKept(root.relativize(it))).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                paths.add(name);
                if (Files.isRegularFile(path) && isText(name)) {
                    texts.put(name, Files.readString(path, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Tree(texts, paths);
    }

    /// Those whose path is wanted.
    Tree only(Predicate<String> wanted) {
        SortedMap<String, String> some = new TreeMap<>(texts);
        some.keySet().removeIf(wanted.negate());
        return new Tree(some, paths);
    }

    Tree ending(String suffix) {
        return only(path -> path.endsWith(suffix));
    }

    /// What `look` says of each line of each file, after the address of the line.
    Stream<String> lines(BiFunction<String, String, Stream<String>> look) {
        return texts.entrySet().stream().flatMap(file -> {
            List<String> lines = file.getValue().lines().toList();
            return IntStream.range(0, lines.size())
                    .boxed()
                    .flatMap(i -> look.apply(file.getKey(), lines.get(i))
                            .map(fault -> "%s:%d: %s".formatted(file.getKey(), i + 1, fault)));
        });
    }

    private static boolean isKept(Path path) {
        for (Path part : path) {
            if (NOT_KEPT.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0
                ? !name.contains("fixtures/") && !name.contains("/resources/")
                : TEXT.contains(file.substring(dot + 1));
    }
}
