package dev.plumbline.design;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Document;
import dev.plumbline.source.Node;
import dev.plumbline.source.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the sections of included files behind those of the main file. A name that two files define is a fault: an
/// include adds, it never overrides without a word.
final class Merge {
    private final Problems problems;
    private final Map<String, Node.Entry> top = new LinkedHashMap<>();

    private Merge(Problems problems) {
        this.problems = problems;
    }

    /// The one tree of all files; empty when the main file has none.
    static Optional<Node.Mapping> of(Bundle bundle, Problems problems) {
        Optional<Node.Mapping> main = bundle.main().root();
        if (main.isEmpty()) {
            return Optional.empty();
        }
        Merge merge = new Merge(problems);
        main.get().entries().forEach(entry -> merge.top.put(entry.key().text(), entry));
        for (Document included : bundle.included()) {
            included.root().ifPresent(root -> root.entries().forEach(merge::add));
        }
        return Optional.of(new Node.Mapping(
                List.copyOf(merge.top.values()), main.get().flow(), main.get().span()));
    }

    private void add(Node.Entry entry) {
        String key = entry.key().text();
        if (key.equals(Sources.INCLUDE) || key.startsWith("x-")) {
            return;
        }
        Node.Entry mine = top.get(key);
        if (mine == null) {
            top.put(key, entry);
        } else if (mine.value() instanceof Node.Mapping ours && entry.value() instanceof Node.Mapping theirs) {
            top.put(key, new Node.Entry(mine.key(), merged(ours, theirs)));
        } else if (mine.value() instanceof Node.Sequence ours && entry.value() instanceof Node.Sequence theirs) {
            List<Node> items = new ArrayList<>(ours.items());
            items.addAll(theirs.items());
            top.put(key, new Node.Entry(mine.key(), new Node.Sequence(items, ours.flow(), ours.span())));
        } else if (!key.equals("design") && !key.equals("about")) {
            twice(entry.key(), mine.key());
        }
    }

    private Node.Mapping merged(Node.Mapping ours, Node.Mapping theirs) {
        List<Node.Entry> entries = new ArrayList<>(ours.entries());
        for (Node.Entry entry : theirs.entries()) {
            Optional<Node.Entry> same = ours.entry(entry.key().text());
            if (same.isPresent()) {
                twice(entry.key(), same.get().key());
            } else {
                entries.add(entry);
            }
        }
        return new Node.Mapping(entries, ours.flow(), ours.span());
    }

    private void twice(Node.Scalar key, Node.Scalar first) {
        problems.error(
                "include.twice",
                key.place(),
                "\"%s\" is defined in two files".formatted(key.text()),
                "the other is at %s; an include adds to a design and never overrides it"
                        .formatted(first.place().address()),
                "rename one of them, or delete one");
    }
}
