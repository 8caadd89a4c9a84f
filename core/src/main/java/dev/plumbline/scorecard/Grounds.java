package dev.plumbline.scorecard;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assessor;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Data;
import dev.plumbline.design.Design;
import dev.plumbline.design.Practice;
import dev.plumbline.design.Proof;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Segments;
import dev.plumbline.requirement.Sentence;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What marks are given on: a design, its verdicts, and its amounts in many worlds.
final class Grounds {
    private static final int WORLDS = 1024;

    private final Design design;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private final Checked estimated;
    private final Valuation values;

    /// @param assessment of that design; its run's seed draws the worlds
    Grounds(Design design, Assessment assessment) {
        this.design = design;
        assessment.verdicts().forEach(verdict -> verdicts.put(verdict.id(), verdict));
        this.estimated = Assessor.estimated(design);
        this.values =
                Valuation.of(estimated, new Worlds(WORLDS, assessment.run().seed()));
    }

    Design design() {
        return design;
    }

    Practice practice() {
        return design.practice();
    }

    List<TrainedModel> models() {
        return List.copyOf(design.models().values());
    }

    /// The data that models read.
    List<Data> modelData() {
        Set<String> used = new LinkedHashSet<>();
        models().forEach(model -> used.addAll(model.uses()));
        return design.data().values().stream()
                .filter(data -> used.contains(data.name()))
                .toList();
    }

    Valuation values() {
        return values;
    }

    /// Whether an estimate of that name is made.
    boolean estimates(String name) {
        return estimated.sheet().defines(name);
    }

    /// The requirements that read so.
    List<Requirement> requirements(Predicate<Reading> wanted) {
        return design.requirements().stream()
                .filter(requirement -> requirement
                        .must()
                        .filter(sentence -> wanted.test(sentence.reading()))
                        .isPresent())
                .toList();
    }

    /// Whether it is met, by whatever evidence.
    boolean isMet(Requirement requirement) {
        return status(requirement) == Status.MET;
    }

    /// Whether there is evidence for it or against it.
    boolean isRead(Requirement requirement) {
        Status status = status(requirement);
        return status == Status.MET || status == Status.AT_RISK || status == Status.MISSED;
    }

    private Status status(Requirement requirement) {
        return Optional.ofNullable(verdicts.get(requirement.id()))
                .map(Verdict::status)
                .orElse(Status.NO_EVIDENCE);
    }

    static boolean hasFloors(Requirement requirement) {
        return requirement
                .must()
                .map(Sentence::segments)
                .filter(segments -> !(segments instanceof Segments.All))
                .isPresent();
    }

    /// The alarms on something that have an owner: their own, or the design's.
    List<Practice.Alarm> alarms(Practice.On on) {
        return practice().alarms().values().stream()
                .filter(alarm -> alarm.on() == on)
                .filter(alarm -> alarm.owner().or(design::owner).isPresent())
                .toList();
    }

    /// Names in a sentence, a few of them.
    static String names(List<String> names) {
        int shown = 3;
        String listed = String.join(", ", names.subList(0, Math.min(shown, names.size())));
        return names.size() <= shown ? listed : "%s and %d more".formatted(listed, names.size() - shown);
    }

    /// What a proof says of itself.
    static String words(Proof proof) {
        String words = proof.words();
        return proof.job()
                .map(job -> "the job \"%s\" repeats it%s".formatted(job, words.isEmpty() ? "" : ": " + words))
                .orElse("by hand: " + words);
    }
}
