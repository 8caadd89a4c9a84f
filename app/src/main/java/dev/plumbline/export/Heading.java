package dev.plumbline.export;

import dev.plumbline.report.Paragraph;
import java.util.ArrayList;
import java.util.List;

/// The comment that every file begins with: what made it, from which design, what is not in it and why, and what was
/// taken for true.
final class Heading {
    /// How a file that this program wrote begins.
    public static final String MARK = "# plumbline ";

    private static final int WIDTH = 98;

    private Heading() {}

    static String of(Stamp stamp, String design, Destination destination, List<Outcome> outcomes, List<String> more) {
        List<String> lines = new ArrayList<>();
        lines.add("plumbline %s · %s for %s".formatted(stamp.version(), design, destination));
        lines.add("%s sha256:%s".formatted(stamp.file(), stamp.hash()));
        add(
                lines,
                "",
                "Written by \"plumbline export --to %s\": change the design, not this file.".formatted(destination));
        more.forEach(line -> add(lines, "", line));
        long exported =
                outcomes.stream().filter(Outcome.Exported.class::isInstance).count();
        lines.add("");
        lines.add("exported: %d of %d requirements".formatted(exported, outcomes.size()));
        if (exported < outcomes.size()) {
            lines.add("not exported");
            outcomes.forEach(outcome -> {
                if (outcome instanceof Outcome.Left(var requirement, String reason)) {
                    add(lines, "  ", requirement.id() + ": " + reason);
                }
            });
        }
        List<Export.Note> notes = Export.notes(outcomes);
        if (!notes.isEmpty()) {
            lines.add("taken for true");
            notes.forEach(note -> add(lines, "  ", note.line()));
        }
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(("# " + line).stripTrailing()).append('\n'));
        return out.toString();
    }

    private static void add(List<String> lines, String indent, String text) {
        String hang = indent;
        for (String line : Paragraph.wrapped(text, WIDTH - indent.length() - 2)) {
            lines.add(hang + line);
            hang = indent + "  ";
        }
    }
}
