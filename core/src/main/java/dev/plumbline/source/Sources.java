package dev.plumbline.source;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Node.Entry;
import dev.plumbline.source.Node.Kind;
import dev.plumbline.source.Node.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a design's main file and follows its `include:` keys.
///
/// An include is one path or a list of them, relative to the file that names it, and may not leave the folder of the
/// main file. A file that is named twice is read once. What the files hold is not merged here.
public final class Sources {
    /// The key that includes; readers of a design skip it.
    public static final String INCLUDE = "include";
    /// How deep includes may nest.
    static final int DEEPEST = 16;
    /// How many files a design may have.
    static final int MOST_FILES = 100;

    private final Folder folder;
    private final String shownBefore;
    private final Problems problems = new Problems();
    private final List<Document> documents = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Sources(Folder folder, String shownBefore) {
        this.folder = folder;
        this.shownBefore = shownBefore;
    }

    /// Reads `main`, as the user gave it, such as `examples/02/design.yaml`. Messages name files as it does. `folder`
    /// is where `main` lies: it is asked for `design.yaml`.
    public static Bundle read(String main, Folder folder) {
        int slash = Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\'));
        Sources sources = new Sources(folder, main.substring(0, slash + 1));
        String path = main.substring(slash + 1);
        sources.document(path, Optional.empty());
        return new Bundle(sources.documents, sources.problems.collected());
    }

    /// Reads a text that has no folder, so that each `include:` is a fault.
    public static Bundle of(String name, String text) {
        Document document = YamlReader.read(name, text);
        Sources sources = new Sources(
                path -> {
                    throw new IOException("this design was not read from a folder");
                },
                "");
        sources.documents.add(document);
        sources.problems.addAll(document.findings().all());
        sources.open.push(name);
        sources.includes(document, name);
        return new Bundle(sources.documents, sources.problems.collected());
    }

    private void document(String path, Optional<Scalar> from) {
        Optional<Document> document = open(path, from);
        if (document.isEmpty()) {
            return;
        }
        documents.add(document.get());
        problems.addAll(document.get().findings().all());
        read.add(path);
        open.push(path);
        includes(document.get(), path);
        open.pop();
    }

    private Optional<Document> open(String path, Optional<Scalar> from) {
        String shown = shownBefore + path;
        try (InputStream in = folder.open(path)) {
            return Optional.of(YamlReader.read(shown, in.readNBytes(YamlReader.MOST_BYTES + 1)));
        } catch (NoSuchFileException _) {
            problems.error(
                    "include.missing",
                    place(shown, from),
                    "there is no file \"%s\"".formatted(from.map(Scalar::text).orElse(shown)),
                    from.isPresent()
                            ? "the path of an include is relative to the file that names it"
                            : "this is the design to read",
                    from.isPresent() ? "correct the path, or delete the include" : "name the design's YAML file");
        } catch (IOException e) {
            String reason = Optional.ofNullable(e.getMessage()).orElse("the system gives no reason");
            problems.error(
                    "include.unreadable",
                    place(shown, from),
                    "\"%s\" cannot be read".formatted(from.map(Scalar::text).orElse(shown)),
                    reason,
                    "make it a readable file inside the design's folder");
        }
        if (from.isEmpty()) {
            documents.add(Document.unreadable(new SourceFile(shown, ""), none -> {}));
        }
        return Optional.empty();
    }

    private static Place place(String shown, Optional<Scalar> from) {
        return from.map(Scalar::place).orElse(new Place(shown, 1, 1, "", 1));
    }

    private void includes(Document document, String path) {
        document.root().ifPresent(root -> {
            for (Entry entry : root.entries()) {
                if (entry.key().text().equals(INCLUDE)) {
                    for (Scalar named : named(entry.value())) {
                        include(named, path);
                    }
                }
            }
        });
    }

    private List<Scalar> named(Node value) {
        List<Node> items = switch (value) {
            case Node.Sequence sequence -> sequence.items();
            case Scalar scalar -> List.of(scalar);
            case Node.Mapping mapping -> List.of(mapping);
        };
        List<Scalar> paths = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Scalar scalar
                    && scalar.kind() == Kind.STRING
                    && !scalar.text().isBlank()) {
                paths.add(scalar);
            } else {
                problems.error(
                        "include.form",
                        item.place(),
                        "an include is a path, not %s"
                                .formatted(item instanceof Scalar ? item.noun() : "a " + item.noun()),
                        "it names a YAML file next to this one",
                        "write \"include: shared.yaml\", or a list of such paths");
            }
        }
        return paths;
    }

    private void include(Scalar named, String from) {
        Optional<String> resolved = resolve(named, from);
        if (resolved.isEmpty() || closesCycle(named, resolved.get()) || read.contains(resolved.get())) {
            return;
        }
        if (open.size() >= DEEPEST || documents.size() >= MOST_FILES) {
            problems.error(
                    "include.too-many",
                    named.place(),
                    "the includes nest more than %d deep or name more than %d files".formatted(DEEPEST, MOST_FILES),
                    "a reviewer could not follow them",
                    "include fewer, larger files");
            return;
        }
        document(resolved.get(), Optional.of(named));
    }

    private boolean closesCycle(Scalar named, String path) {
        if (!open.contains(path)) {
            return false;
        }
        List<String> chain = new ArrayList<>(open.reversed());
        List<String> cycle = new ArrayList<>(chain.subList(chain.indexOf(path), chain.size()));
        cycle.add(path);
        problems.error(
                "include.cycle",
                named.place(),
                cycle.size() == 2 ? "\"%s\" includes itself".formatted(path) : "these files include each other",
                String.join(" -> ", cycle),
                "delete this include; what is in a file is known to all that are read with it");
        return true;
    }

    /// The path from the design's folder, without `.` and `..`.
    private Optional<String> resolve(Scalar named, String from) {
        String path = named.text();
        boolean absolute = path.startsWith("/") || path.startsWith("~") || path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
        if (path.indexOf('\\') >= 0 && !absolute) {
            problems.error(
                    "include.form",
                    named.place(),
                    "\"%s\" has a backslash".formatted(path),
                    "a design is read on every system, and its paths are written with \"/\"",
                    "write \"%s\"".formatted(path.replace('\\', '/')));
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        String[] folders = from.split("/");
        for (int i = 0; i < folders.length - 1; i++) {
            parts.addLast(folders[i]);
        }
        boolean outside = absolute;
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                outside |= parts.pollLast() == null;
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        if (outside || parts.isEmpty()) {
            problems.error(
                    "include.outside",
                    named.place(),
                    "\"%s\" lies outside the design's folder".formatted(path),
                    "a design can be moved and reviewed as a whole only if all of it lies in one folder",
                    "copy the file into the folder, and name it by its path from here");
            return Optional.empty();
        }
        return Optional.of(String.join("/", parts));
    }
}
