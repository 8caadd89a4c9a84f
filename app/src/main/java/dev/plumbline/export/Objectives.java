package dev.plumbline.export;

import dev.plumbline.assessment.Assessor;
import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.export.Indicators.Asked;
import dev.plumbline.export.Indicators.Found;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Segments;
import dev.plumbline.requirement.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A design's requirements as objectives, whoever reads them.
final class Objectives {
    private static final Worlds WORLDS = new Worlds(512, 42);
    private static final double SHORT_WINDOW_SECONDS = 300;

    private final Design design;
    private final Valuation values;
    private final Indicators indicators;
    private final String service;

    Objectives(Design design) {
        this.design = design;
        this.values = Valuation.of(Assessor.estimated(design), WORLDS);
        this.indicators = new Indicators(design);
        this.service = Labels.dns(design.name());
    }

    /// The service that all of them belong to.
    String service() {
        return service;
    }

    /// Where a requirement stands, named from the design's folder: the same wherever the program was started.
    String place(Requirement requirement) {
        String main = design.file().name();
        String folder = main.substring(0, Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
        String file = requirement.place().file();
        return (file.startsWith(folder) ? file.substring(folder.length()) : file) + ":"
                + requirement.place().line();
    }

    /// What one requirement becomes: objectives, the overall one first, or the reason why not.
    sealed interface Gathered {
        record Of(List<Objective> objectives) implements Gathered {}

        record None(String reason) implements Gathered {}
    }

    Gathered of(Requirement requirement) {
        if (requirement.must().isEmpty()) {
            return new Gathered.None("nobody has said yet what is measured");
        }
        Sentence sentence = requirement.must().get();
        Spread target = values.spread(RequirementSection.target(requirement.id()));
        if (!target.isCertain()) {
            return new Gathered.None("its target is a range, and an objective is one number");
        }
        List<Objective> objectives = new ArrayList<>();
        for (Optional<String> segment : segments(sentence)) {
            Metrics metrics = new Metrics(service, requirement);
            switch (indicators.of(new Asked(sentence, Decimal.of(target.median()), segment, metrics))) {
                case Found.Refused(String reason) -> {
                    return new Gathered.None(reason);
                }
                case Found.Measured found -> {
                    if (segment.isEmpty() || found.indicator() instanceof Indicator.Events) {
                        objectives.add(objective(requirement, sentence, segment, found, metrics));
                    }
                }
            }
        }
        return new Gathered.Of(objectives);
    }

    /// All together, then each segment that has a name.
    private static List<Optional<String>> segments(Sentence sentence) {
        List<Optional<String>> segments = new ArrayList<>(List.of(Optional.empty()));
        if (sentence.segments() instanceof Segments.Named(List<Name> names)) {
            names.forEach(name -> segments.add(Optional.of(name.text())));
        }
        return segments;
    }

    private Objective objective(
            Requirement requirement,
            Sentence sentence,
            Optional<String> segment,
            Found.Measured found,
            Metrics metrics) {
        List<String> notes = new ArrayList<>(metrics.notes());
        notes.addAll(found.notes());
        Period period = period(requirement, sentence, found, notes);
        if (requirement.status() == Requirement.Status.PROPOSED) {
            notes.add("it is proposed and not agreed yet");
        }
        if (sentence.circumstance() instanceof Circumstance.Peak) {
            notes.add("all requests count, not those at peak alone");
        }
        boolean events = found.indicator() instanceof Indicator.Events;
        if (events && sentence.segments() instanceof Segments.Every(Name attribute)) {
            notes.add("each segment of %s has an objective of its own only if it is named".formatted(attribute.text()));
        }
        if (events && segment.isEmpty()) {
            rare(sentence, found.share()).ifPresent(notes::add);
        }
        return new Objective(
                segment.map(name -> Labels.dns(requirement.id(), name)).orElseGet(() -> named(requirement.id())),
                requirement,
                place(requirement),
                sentence.sentence() + segment.map(name -> ", in " + name).orElse(""),
                found.indicator(),
                found.share(),
                period,
                found.unit(),
                notes);
    }

    /// Sloth wants two characters at least.
    private static String named(String id) {
        String name = Labels.dns(id);
        return name.length() > 1 ? name : name + "-slo";
    }

    private Period period(Requirement requirement, Sentence sentence, Found.Measured found, List<String> notes) {
        if (sentence.window().isEmpty()) {
            notes.add("over %d days, since no window is named".formatted(found.days()));
            return Period.ofDays(found.days());
        }
        double seconds = values.spread(RequirementSection.target(requirement.id()) + "_window")
                .median();
        return Period.of(seconds, sentence.window().get().kind());
    }

    /// A warning where so little arrives that a single bad event pages.
    private Optional<String> rare(Sentence sentence, BigDecimal share) {
        Optional<String> rate = sentence.reading()
                .subject()
                .map(name -> name.text() + ".requests")
                .filter(name -> values.checked().sheet().defines(name));
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        double perSecond = values.spread(rate.get()).median();
        double factor = BurnAlert.over(28).getFirst().factor().doubleValue();
        double allowed =
                perSecond * SHORT_WINDOW_SECONDS * factor * Decimal.rest(share).doubleValue();
        return allowed < 1
                ? Optional.of("so little arrives (%s/min) that one bad request pages; export with --guard 5"
                        .formatted(Decimal.text(Decimal.rounded(perSecond * 60))))
                : Optional.empty();
    }
}
