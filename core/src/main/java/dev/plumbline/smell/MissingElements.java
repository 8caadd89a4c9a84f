package dev.plumbline.smell;

import dev.plumbline.design.Practice;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.requirement.Segments;
import dev.plumbline.smell.Held.Stated;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Elements that a sentence can do without and a requirement cannot. Scale, target and statistic are not among them:
/// the
/// grammar insists on these.
final class MissingElements {
    static final List<Smell> RULES = List.of(
            new Window(), new Condition(), new Segment(), new Meter(), new Baseline(), new Consequence(), new Owner());

    private MissingElements() {}

    /// No window. What holds during a scenario is judged while that lasts, and cost has its window in its unit.
    static final class Window implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                boolean needs = each.reading().kind().needs(Element.WINDOW)
                        && each.reading().kind() != RequirementKind.COST
                        && each.reading().kind() != RequirementKind.CARBON
                        && !(each.sentence().circumstance() instanceof Circumstance.During);
                if (needs && each.sentence().window().isEmpty()) {
                    problems.hint(
                            "missing.window",
                            each.requirement().place(),
                            "\"%s\" does not say over how long it is judged".formatted(each.id()),
                            "a bad hour is a catastrophe in a day and nothing in a month",
                            "add such as \"over 28 day\"");
                }
            }
        }
    }

    /// No load, where one decides. A latency without one is judged at peak.
    static final class Condition implements Smell {
        private static final Set<RequirementKind> LOADED = EnumSet.of(
                RequirementKind.THROUGHPUT,
                RequirementKind.RECOVERY,
                RequirementKind.DURABILITY,
                RequirementKind.SCALING);

        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                boolean loaded = LOADED.contains(each.reading().kind());
                if (loaded && each.sentence().circumstance() instanceof Circumstance.Unstated) {
                    problems.hint(
                            "missing.condition",
                            each.requirement().place(),
                            "\"%s\" does not say under which load or fault it holds".formatted(each.id()),
                            "what holds on a quiet night may fail at the peak",
                            "add \"at peak\", a rate, or \"during\" one of the scenarios");
                }
            }
        }
    }

    /// No segment. A gap is over groups already.
    static final class Segment implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                RequirementKind kind = each.reading().kind();
                boolean needs = (kind == RequirementKind.CALIBRATION || kind == RequirementKind.SAFETY)
                        && each.sentence().segments() instanceof Segments.All;
                if (needs) {
                    problems.hint(
                            "missing.segment",
                            each.requirement().place(),
                            "\"%s\" holds overall alone".formatted(each.id()),
                            "an overall figure hides whom it fails",
                            "add such as \"for every segment of country\"");
                }
            }
        }
    }

    /// Nothing says where the running system is measured, for any of those that would be watched.
    static final class Meter implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            List<Stated> watched = held.stated().stream()
                    .filter(each -> each.reading().kind().needs(Element.METER))
                    .toList();
            if (!watched.isEmpty()
                    && watched.stream()
                            .noneMatch(each -> each.requirement().measured().isPresent())) {
                Stated first = watched.getFirst();
                problems.hint(
                        "missing.meter",
                        first.requirement().place(),
                        "neither \"%s\" nor any other requirement says where it is measured".formatted(first.id()),
                        "the time in front of the first server is seen by its users alone",
                        held.grounds()
                                .entrance(first.of())
                                .map("add such as \"measured: {at: %s, by: <metric>}\""::formatted)
                                .orElse("add such as \"measured: {at: gateway, by: <metric>}\""));
            }
        }
    }

    /// A lift over nothing.
    static final class Baseline implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            boolean named = held.design()
                    .practice()
                    .task()
                    .flatMap(Practice.Task::baseline)
                    .isPresent();
            for (Stated each : held.of(RequirementKind.ONLINE_EFFECT)) {
                if (!named) {
                    problems.warning(
                            "missing.baseline",
                            each.requirement().place(),
                            "\"%s\" asks for a lift and nothing says over what".formatted(each.id()),
                            "a lift over a weak rule is easy, and one over itself impossible",
                            "add \"baseline: {what: ..., value: ...}\" to the task");
                }
            }
        }
    }

    /// Watched, and nothing happens when it is missed.
    static final class Consequence implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                Requirement requirement = each.requirement();
                if (requirement.measured().isPresent()
                        && requirement.otherwise().isEmpty()) {
                    problems.hint(
                            "missing.consequence",
                            requirement.place(),
                            "\"%s\" is measured, and nothing says what happens when it is missed".formatted(each.id()),
                            "what is watched without consequence is soon not watched",
                            "add such as \"else: {within: 5 min, do: page}\"");
                }
            }
        }
    }

    /// Nobody to ask about it.
    static final class Owner implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            Optional<Requirement> first = held.design().requirements().stream().findFirst();
            boolean somebody = held.design().owner().isPresent()
                    || held.design().requirements().stream()
                            .anyMatch(each -> each.from().isPresent());
            if (first.isPresent() && !somebody) {
                problems.hint(
                        "missing.owner",
                        first.get().place(),
                        "neither the design nor a requirement names somebody who answers for it",
                        "a target is changed by whoever needs it, where nobody is asked",
                        "add \"owner:\" to the design, or \"from: {who: ...}\" to the requirement");
            }
        }
    }
}
