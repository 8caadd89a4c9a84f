package dev.plumbline.review;

import dev.plumbline.assessment.Progress;
import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Trial;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Design;
import dev.plumbline.design.DesignReader;
import dev.plumbline.source.Bundle;
import dev.plumbline.source.Folder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// Looks for edits of a design that mend a requirement, and simulates each before proposing it.
///
/// Every candidate is simulated on the luck of the design as it stands, so that what differs is the edit. Single edits
/// are tried first, then pairs and triples of those that help, on few worlds; the best go on to more worlds and at last
/// to all (successive halving; Jamieson and Talwalkar, 2016). Those that make another requirement worse are dropped.
/// The
/// same seed and budget give the same mends, unless time cuts the search off.
public final class Mender {
    private final DesignReader reader;
    private final Settings settings;
    private final Effort effort;
    private final Progress progress;
    private final Supplier<Duration> clock;

    /// @param settings how thoroughly what is proposed is simulated
    /// @param clock the time since some fixed moment; only when to stop and `run.seconds` come from it
    public Mender(DesignReader reader, Settings settings, Effort effort, Progress progress, Supplier<Duration> clock) {
        this.reader = reader;
        this.settings = settings;
        this.effort = effort;
        this.progress = progress;
        this.clock = clock;
    }

    /// Mends one requirement.
    ///
    /// @param bundle the design's text, free of errors
    /// @param requirement the one to mend; else the first that is missed, or at risk
    /// @throws IllegalArgumentException if the design does not read, or has no such requirement
    public Mends mend(Bundle bundle, Folder folder, Optional<String> requirement) {
        if (!(reader.read(bundle, folder) instanceof DesignReader.Reading.Read(var design, var _))) {
            throw new IllegalArgumentException("A design with faults (%s) cannot be mended."
                    .formatted(bundle.main().file().name()));
        }
        Trials trials = new Trials(reader, bundle, folder, effort, progress, clock);
        Optional<Trial> before = before(trials);
        Optional<Verdict> chosen = before.flatMap(trial -> chosen(design, trial, requirement));
        boolean needed = chosen.filter(verdict -> verdict.chance().isPresent() && verdict.status() != Status.MET)
                .isPresent();
        if (!needed) {
            Mends.End end = before.isPresent() ? Mends.End.COMPLETE : Mends.End.INTERRUPTED;
            return new Mends(
                    design.name(),
                    design.file().name(),
                    requirement.isPresent() ? chosen : Optional.empty(),
                    before.flatMap(Trial::cost),
                    List.of(),
                    new Mends.Tried(0, 0, 0, List.of(), end),
                    trials.run(settings));
        }
        String id = chosen.orElseThrow().id();
        List<Move> moves = Neighbours.of(design, new Sites(bundle), id);
        Search search = new Search(trials, settings, id, before.orElseThrow(), new Knobs(new Sites(bundle)));
        Search.Found found = search.among(moves);
        return new Mends(
                design.name(),
                design.file().name(),
                chosen,
                before.flatMap(Trial::cost),
                found.mends(),
                found.tried(),
                trials.run(settings));
    }

    private Optional<Trial> before(Trials trials) {
        try {
            trials.say("judging the design", 0, 1);
            return trials.of(Patch.NONE, settings, new Trial.Scope.All());
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    private static Optional<Verdict> chosen(Design design, Trial before, Optional<String> requirement) {
        if (requirement.isPresent()) {
            return Optional.of(before.verdict(requirement.get())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The design %s has no requirement \"%s\".".formatted(design.name(), requirement.get()))));
        }
        return with(before, Status.MISSED).or(() -> with(before, Status.AT_RISK));
    }

    private static Optional<Verdict> with(Trial before, Status status) {
        return before.verdicts().stream()
                .filter(verdict -> verdict.status() == status)
                .findFirst();
    }
}
