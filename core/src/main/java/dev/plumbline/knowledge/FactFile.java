package dev.plumbline.knowledge;

import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Document;
import dev.plumbline.source.Node;
import dev.plumbline.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One file of facts, read when something is asked of it. Reading it twice gives the same, so threads need not agree.
final class FactFile {
    private final String name;
    private final String text;
    private volatile Optional<Contents> read;

    private record Contents(List<Entry> entries, Diagnostics findings) {}

    private FactFile(String name, String text, Optional<Contents> read) {
        this.name = name;
        this.text = text;
        this.read = read;
    }

    static FactFile of(String name, String text) {
        return new FactFile(name, text, Optional.empty());
    }

    static FactFile of(Document document) {
        return new FactFile(document.file().name(), document.file().text(), Optional.of(contents(document)));
    }

    /// Whether a name could stand in the file, told from its characters alone.
    boolean mayName(String key) {
        return text.contains(key);
    }

    Optional<Entry> find(String key) {
        return entries().stream()
                .filter(entry -> entry.name().equals(key) || entry.also().contains(key))
                .findFirst();
    }

    List<Entry> entries() {
        return contents().entries();
    }

    /// What is wrong with it but for its values.
    Diagnostics findings() {
        return contents().findings();
    }

    private Contents contents() {
        Optional<Contents> known = read;
        if (known.isPresent()) {
            return known.get();
        }
        Contents fresh = contents(YamlReader.read(name, text));
        read = Optional.of(fresh);
        return fresh;
    }

    private static Contents contents(Document document) {
        Problems problems = new Problems();
        problems.addAll(document.findings().all());
        List<Entry> entries = new ArrayList<>();
        document.root().ifPresent(root -> {
            strangers(root, problems);
            Subject subject = Subject.of(root);
            Texts.mapping(root, "facts")
                    .ifPresent(facts -> facts.entries().forEach(each -> {
                        if (each.value() instanceof Node.Mapping node) {
                            entries.add(new Entry(
                                    each.key().text(),
                                    Texts.list(node, "also"),
                                    node,
                                    subject,
                                    each.key().place()));
                        }
                    }));
        });
        return new Contents(List.copyOf(entries), problems.collected());
    }

    private static void strangers(Node.Mapping root, Problems problems) {
        root.entries().stream()
                .map(Node.Entry::key)
                .filter(key -> !Subject.KEYS.contains(key.text()))
                .forEach(key -> problems.error(
                        FactReader.RULE,
                        key.place(),
                        "a file of facts has no \"%s\"".formatted(key.text()),
                        "what nobody reads is a mistake that nobody sees",
                        "write one of " + String.join(", ", Subject.KEYS)));
    }
}
