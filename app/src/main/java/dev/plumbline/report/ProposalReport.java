package dev.plumbline.report;

import dev.plumbline.ask.AskReading;
import dev.plumbline.ask.WordSmell;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import dev.plumbline.diagnostic.Glyphs;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Rendering;
import dev.plumbline.proposal.Agenda;
import dev.plumbline.proposal.Proposal;
import dev.plumbline.proposal.Question;
import dev.plumbline.report.Palette.Tone;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What asks leave open, on a terminal: for each its kind, the questions with what is proposed and why, and a
/// requirement that would answer it.
///
/// @param width cells of a line
/// @param all whether every question is asked; else the most consequential, and the others are named
public record ProposalReport(int width, Palette palette, boolean all) {
    /// What a person can answer in one go.
    private static final int FIRST = 7;

    private static final int INDENT = 2;
    private static final int COLUMN = 13;

    /// The proposals of one ask, each line ended by a line feed.
    public String of(String ask, List<Proposal> proposals) {
        StringBuilder out = new StringBuilder();
        String sum = proposals.size() == 1 ? "one requirement" : proposals.size() + " requirements";
        flow(out, 0, "", Tone.STRONG, "\"%s\" asks for %s".formatted(ask, sum));
        proposals(out, proposals);
        out.append('\n');
        flow(out, 0, "", Tone.BODY, "Nothing of this is agreed: a proposal stays one until a person agrees to it.");
        return out.toString();
    }

    /// What is open in a design, and what else is amiss with its requirements.
    ///
    /// @param findings what is said of an ask that is open is left out: its questions say it
    public String of(Agenda agenda, List<Diagnostic> findings) {
        StringBuilder out = new StringBuilder();
        flow(out, 0, "", Tone.STRONG, agenda.design() + ": " + counts(agenda));
        int longest = agenda.items().stream()
                .mapToInt(item -> Glyphs.cells(item.requirement().id()))
                .max()
                .orElse(0);
        for (Agenda.Item item : agenda.items()) {
            String id = Paragraph.padded(item.requirement().id(), longest);
            String status = item.requirement().status().name().toLowerCase(Locale.ROOT);
            String says = item.requirement()
                    .must()
                    .map(Sentence::sentence)
                    .or(item.requirement()::ask)
                    .orElse("nothing");
            flow(out, 0, "%s  %-8s  ".formatted(id, status), Tone.BODY, says);
        }
        for (Agenda.Item item : agenda.items()) {
            if (!item.proposals().isEmpty()) {
                out.append('\n');
                flow(
                        out,
                        0,
                        "",
                        Tone.STRONG,
                        "%s, \"%s\"".formatted(item.requirement().id(), ask(item)));
                proposals(out, item.proposals());
            }
        }
        Set<Place> open = agenda.items().stream()
                .filter(item -> !item.proposals().isEmpty())
                .map(item -> item.requirement().place())
                .collect(Collectors.toSet());
        List<Diagnostic> others = findings.stream()
                .filter(finding -> !open.contains(finding.place()))
                .toList();
        if (!others.isEmpty()) {
            out.append('\n').append(new Rendering(width, palette.ink()).of(new Diagnostics(others)));
        }
        return out.toString();
    }

    private static String ask(Agenda.Item item) {
        return item.requirement().ask().orElse("");
    }

    private static String counts(Agenda agenda) {
        List<String> counts = new ArrayList<>();
        for (Requirement.Status status : Requirement.Status.values()) {
            counts.add(agenda.count(status) + " " + status.name().toLowerCase(Locale.ROOT));
        }
        return agenda.items().size() + " requirements: " + String.join(", ", counts);
    }

    private void proposals(StringBuilder out, List<Proposal> proposals) {
        Set<Question> first = first(proposals);
        for (Proposal proposal : proposals) {
            if (proposals.size() > 1) {
                out.append('\n');
            }
            AskReading reading = proposal.reading();
            String part = proposals.size() > 1 ? ", \"%s\"".formatted(reading.ask()) : "";
            flow(out, INDENT, "", Tone.ASIDE, reading.kind().word() + part + ": " + state(reading));
            for (WordSmell smell : reading.smells()) {
                flow(out, INDENT, smell.name() + ": ", Tone.FAINT, "\"%s\": %s".formatted(smell.words(), smell.why()));
            }
            proposal.questions().stream().filter(first::contains).forEach(question -> question(out, question));
            rest(proposal, first).ifPresent(text -> flow(out, INDENT, "and ", Tone.FAINT, text));
            proposal.must()
                    .ifPresentOrElse(
                            must -> flow(out, INDENT, "proposed: ", Tone.GOOD, must), () -> sentence(out, reading));
            flow(out, INDENT, "beware of: ", Tone.FAINT, reading.kind().trap());
        }
    }

    /// What could be written, where no whole sentence can be proposed.
    private void sentence(StringBuilder out, AskReading reading) {
        if (reading.kind().ofDesigns()) {
            flow(out, INDENT, "as a sentence: ", Tone.FAINT, reading.form());
        }
    }

    private static String state(AskReading reading) {
        String stated = reading.stated().isEmpty() ? "states nothing" : "states " + Element.list(reading.stated());
        return reading.missing().isEmpty() ? stated : stated + "; lacks " + Element.list(reading.missing());
    }

    /// The questions of all parts that change most what has to be built: first the targets of each, and so on.
    private Set<Question> first(List<Proposal> proposals) {
        return new HashSet<>(proposals.stream()
                .flatMap(proposal -> proposal.questions().stream())
                .sorted(Comparator.comparing(Question::element))
                .limit(all ? Integer.MAX_VALUE : FIRST)
                .toList());
    }

    private void question(StringBuilder out, Question question) {
        flow(out, INDENT, "%-11s".formatted(question.element().word()), Tone.BODY, question.text());
        String answer =
                "%s: %s".formatted(question.answer().text(), question.answer().reason());
        for (String line : Paragraph.wrapped(palette.plain(Glyphs.shown(answer)), width - COLUMN)) {
            out.append(" ".repeat(COLUMN))
                    .append(palette.paint(Tone.GOOD, line))
                    .append('\n');
        }
    }

    /// What is left for `--all`.
    private static Optional<String> rest(Proposal proposal, Set<Question> first) {
        List<Question> left = proposal.questions().stream()
                .filter(question -> !first.contains(question))
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(left.stream()
                                .map(question -> "%s: %s"
                                        .formatted(
                                                question.element().word(),
                                                question.answer().text()))
                                .collect(Collectors.joining("; "))
                        + "; --all says why");
    }

    /// Text behind a head; what goes on stands below the text's beginning.
    private void flow(StringBuilder out, int indent, String head, Tone tone, String text) {
        int column = indent + Glyphs.cells(head);
        String lead = " ".repeat(indent) + head;
        for (String line : Paragraph.wrapped(palette.plain(Glyphs.shown(text)), Math.max(width - column, 20))) {
            out.append(lead).append(palette.paint(tone, line)).append('\n');
            lead = " ".repeat(column);
        }
    }
}
