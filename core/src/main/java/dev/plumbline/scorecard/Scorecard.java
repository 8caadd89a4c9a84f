package dev.plumbline.scorecard;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Design;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.requirement.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A design's score and its review.
///
/// @param design the design's name
/// @param file the file as the user named it
public record Scorecard(String design, String file, TestScore score, Review review) {

    /// Scores a design that was judged.
    ///
    /// @param assessment its findings that are errors are what is contradictory
    public static Scorecard of(Design design, Assessment assessment) {
        Grounds grounds = new Grounds(design, assessment);
        List<Mark> marks = new ArrayList<>();
        marks.addAll(DataItems.of(grounds));
        marks.addAll(ModelItems.of(grounds));
        marks.addAll(InfrastructureItems.of(grounds));
        marks.addAll(MonitoringItems.of(grounds));
        return new Scorecard(design.name(), design.file().name(), new TestScore(marks), review(design, assessment));
    }

    private static Review review(Design design, Assessment assessment) {
        return new Review(
                design.decisions(),
                open(design, assessment),
                assessment.verdicts().stream()
                        .filter(verdict -> verdict.status() == Status.MISSED || verdict.status() == Status.AT_RISK)
                        .sorted(Comparator.comparingDouble(
                                (Verdict verdict) -> verdict.chance().orElse(1)))
                        .toList(),
                contradictory(assessment),
                orphanRequirements(design),
                orphanComponents(design));
    }

    private static List<Review.Open> open(Design design, Assessment assessment) {
        List<Review.Open> open = new ArrayList<>();
        design.practice().open().forEach(question -> open.add(new Review.Open(question, "", "")));
        for (Requirement requirement : design.requirements()) {
            switch (requirement.status()) {
                case OPEN ->
                    open.add(new Review.Open(
                            requirement.id(),
                            requirement.ask().orElse("it says nothing yet"),
                            where(requirement.place())));
                case PROPOSED ->
                    open.add(new Review.Open(
                            requirement.id(), "proposed and not agreed yet", where(requirement.place())));
                case AGREED -> {}
            }
        }
        assessment.verdicts().stream()
                .filter(verdict -> verdict.status() == Status.NO_EVIDENCE)
                .forEach(verdict -> open.add(new Review.Open(verdict.id(), verdict.reason(), where(verdict.place()))));
        return open;
    }

    private static List<Review.Contradiction> contradictory(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Review.Contradiction::of)
                .toList();
    }

    private static List<Review.Orphan> orphanRequirements(Design design) {
        Traces traces = new Traces(design);
        return design.requirements().stream()
                .filter(requirement ->
                        traces.components(requirement).filter(Set::isEmpty).isPresent())
                .map(requirement -> new Review.Orphan(
                        requirement.id(),
                        "no component answers \"%s\""
                                .formatted(requirement
                                        .must()
                                        .orElseThrow()
                                        .reading()
                                        .sentence()),
                        where(requirement.place())))
                .toList();
    }

    private static List<Review.Orphan> orphanComponents(Design design) {
        Traces traces = new Traces(design);
        Set<String> serving = new LinkedHashSet<>();
        design.requirements()
                .forEach(requirement -> traces.components(requirement).ifPresent(serving::addAll));
        return design.components().values().stream()
                .filter(component -> !serving.contains(component.name()))
                .map(component ->
                        new Review.Orphan(component.name(), "no requirement depends on it", where(component.place())))
                .toList();
    }

    private static String where(Place place) {
        return place.file() + ":" + place.line();
    }
}
