package dev.plumbline.cli;

import dev.plumbline.export.Destination;
import dev.plumbline.export.Export;
import dev.plumbline.export.Outcome;
import dev.plumbline.report.Palette;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.report.Paragraph;
import java.util.List;

/// What an export wrote, what it left out and why.
///
/// @param width columns of a line
record ExportSummary(int width, Palette palette) {
    private static final String INDENT = "  ";

    String of(String design, Destination destination, String folder, Export export) {
        StringBuilder out = new StringBuilder();
        long exported = export.outcomes().stream()
                .filter(Outcome.Exported.class::isInstance)
                .count();
        line(
                out,
                "",
                "%s for %s: %d of %d requirements"
                        .formatted(
                                design, destination, exported, export.outcomes().size()));
        String slash = folder.endsWith("/") ? "" : "/";
        for (Export.File file : export.files()) {
            line(out, INDENT, "wrote %s%s%s: %s".formatted(folder, slash, file.name(), file.what()));
        }
        if (export.files().isEmpty()) {
            line(out, INDENT, "no file was written, since nothing can be exported");
        }
        if (exported < export.outcomes().size()) {
            heading(out, "not exported");
            export.outcomes().forEach(outcome -> {
                if (outcome instanceof Outcome.Left(var requirement, String reason)) {
                    line(out, INDENT, requirement.id() + ": " + reason);
                }
            });
        }
        List<Export.Note> notes = Export.notes(export.outcomes());
        if (!notes.isEmpty()) {
            heading(out, "taken for true; look at these before you use the files");
            notes.forEach(note -> line(out, INDENT, note.line()));
        }
        return out.toString();
    }

    private void heading(StringBuilder out, String text) {
        out.append('\n').append(palette.paint(Tone.STRONG, text)).append('\n');
    }

    private void line(StringBuilder out, String indent, String text) {
        String hang = indent;
        for (String line : Paragraph.wrapped(palette.plain(text), width - 2 * INDENT.length())) {
            out.append(hang).append(line).append('\n');
            hang = indent + INDENT;
        }
    }
}
