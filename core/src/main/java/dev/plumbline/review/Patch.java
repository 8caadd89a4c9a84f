package dev.plumbline.review;

import dev.plumbline.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Edits that are made together.
public final class Patch {
    /// Nothing is changed.
    static final Patch NONE = new Patch(List.of());

    private final List<Change> changes;

    private Patch(List<Change> changes) {
        this.changes = changes.stream()
                .sorted(Comparator.comparing((Change each) -> each.file().name())
                        .thenComparingInt(Change::start)
                        .thenComparingInt(Change::end))
                .toList();
    }

    /// The edits together; empty when one cannot be made, or two change the same text.
    public static Optional<Patch> of(List<Edit> edits) {
        List<Change> changes = new ArrayList<>();
        for (Edit edit : edits) {
            Optional<Change> change = edit.change();
            if (change.isEmpty() || changes.stream().anyMatch(change.get()::clashes)) {
                return Optional.empty();
            }
            changes.add(change.get());
        }
        return Optional.of(new Patch(changes));
    }

    /// Both patches together; empty when they change the same text.
    Optional<Patch> and(Patch other) {
        for (Change each : other.changes) {
            if (changes.stream().anyMatch(each::clashes)) {
                return Optional.empty();
            }
        }
        List<Change> all = new ArrayList<>(changes);
        all.addAll(other.changes);
        return Optional.of(new Patch(all));
    }

    /// The files that change, with their new texts.
    public Map<SourceFile, String> texts() {
        Map<SourceFile, List<Change>> byFile = new LinkedHashMap<>();
        changes.forEach(each ->
                byFile.computeIfAbsent(each.file(), _ -> new ArrayList<>()).add(each));
        Map<SourceFile, String> texts = new LinkedHashMap<>();
        byFile.forEach((file, its) ->
                texts.put(file, applied(file.text(), its, 0, file.text().length())));
        return texts;
    }

    /// The new text of a stretch that holds all of the changes given, which are in order.
    static String applied(String text, List<Change> changes, int from, int to) {
        StringBuilder out = new StringBuilder();
        int at = from;
        for (Change change : changes) {
            out.append(text, at, change.start()).append(change.text());
            at = change.end();
        }
        return out.append(text, at, to).toString();
    }

    /// The patch as `diff -u` writes it and `patch` reads it.
    public String unified() {
        return UnifiedDiff.of(changes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patch patch && changes.equals(patch.changes);
    }

    @Override
    public int hashCode() {
        return changes.hashCode();
    }

    @Override
    public String toString() {
        return unified();
    }
}
