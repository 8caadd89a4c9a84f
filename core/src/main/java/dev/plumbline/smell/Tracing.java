package dev.plumbline.smell;

import dev.plumbline.assessment.Reached;
import dev.plumbline.design.Component;
import dev.plumbline.design.Decision;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.knowledge.Fact;
import dev.plumbline.quantity.Definition;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.smell.Held.Stated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What hangs together with nothing: requirements, components and facts.
final class Tracing {
    static final List<Smell> RULES = List.of(
            new OrphanRequirement(), new OrphanComponent(), new ProposedPastGate(), new Unmeasured(), new StaleFact());

    private Tracing() {}

    /// A requirement on a path that nobody asks for.
    static final class OrphanRequirement implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            Set<String> asked = new LinkedHashSet<>();
            held.design().workload().keySet().forEach(path -> asked.addAll(Reached.pathsBy(held.design(), path)));
            for (Stated each : held.stated()) {
                if (held.design().paths().containsKey(each.of()) && !asked.contains(each.of())) {
                    problems.warning(
                            "trace.orphan-requirement",
                            each.requirement().place(),
                            "\"%s\" is about \"%s\", which nobody asks for".formatted(each.id(), each.of()),
                            "without requests there is nothing to judge it by",
                            "add \"%s\" to the workload, or leave the requirement out".formatted(each.of()));
                }
            }
        }
    }

    /// A component that serves no requirement. Cost and energy are about all of them, and count for none.
    static final class OrphanComponent implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            Set<String> served = new LinkedHashSet<>();
            for (Stated each : held.stated()) {
                served.addAll(Reached.by(held.design(), each.of()));
                for (Component component : held.design().components().values()) {
                    if (component.name().equals(each.of()) || component.holds().contains(each.of())) {
                        served.add(component.name());
                    }
                }
            }
            for (String name : Reached.byWorkload(held.design())) {
                Component component = held.design().components().get(name);
                if (component != null
                        && !served.contains(name)
                        && !held.stated().isEmpty()) {
                    problems.hint(
                            "trace.orphan-component",
                            component.place(),
                            "\"%s\" serves no requirement".formatted(name),
                            "either somebody needs something of it that is not written down, or it can go",
                            "add a requirement on a path through it");
                }
            }
        }
    }

    /// Decided upon, and not agreed.
    static final class ProposedPastGate implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            Optional<LocalDate> decided = held.design().decisions().stream()
                    .map(Decision::on)
                    .flatMap(Optional::stream)
                    .flatMap(Tracing::date)
                    .max(LocalDate::compareTo);
            for (Requirement requirement : held.design().requirements()) {
                Optional<LocalDate> asked = requirement.from().map(Requirement.Origin::date).stream()
                        .flatMap(Tracing::date)
                        .findFirst();
                boolean late = requirement.status() != Requirement.Status.AGREED
                        && decided.isPresent()
                        && asked.isPresent()
                        && asked.get().isBefore(decided.get());
                if (late) {
                    problems.warning(
                            "trace.proposed-past-gate",
                            requirement.place(),
                            "\"%s\" was asked for on %s and is not agreed, and on %s something was decided"
                                    .formatted(requirement.id(), asked.get(), decided.get()),
                            "what was decided may rest on a number that nobody agreed to",
                            "agree on it with whoever asked: --accept");
                }
            }
        }
    }

    /// Measured where its requests do not pass.
    static final class Unmeasured implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.stated()) {
                Optional<String> at = each.requirement().measured().flatMap(Requirement.Measurement::at);
                boolean here = at.isPresent() && held.design().components().containsKey(at.get());
                boolean onPath = held.design().paths().containsKey(each.of());
                if (here && onPath && !Reached.by(held.design(), each.of()).contains(at.get())) {
                    problems.warning(
                            "trace.unmeasured",
                            each.requirement().place(),
                            "\"%s\" is measured at \"%s\", where \"%s\" never passes"
                                    .formatted(each.id(), at.get(), each.of()),
                            "a meter that sees none of the requests shows health in every outage",
                            held.grounds()
                                    .entrance(each.of())
                                    .map("measure it at \"%s\""::formatted)
                                    .orElse("measure it on its path"));
                }
            }
        }
    }

    /// A target that rests on a fact which was old when it was agreed.
    static final class StaleFact implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Requirement requirement : held.design().requirements()) {
                Optional<LocalDate> asked = requirement.from().map(Requirement.Origin::date).stream()
                        .flatMap(Tracing::date)
                        .findFirst();
                if (asked.isEmpty() || requirement.must().isEmpty()) {
                    continue;
                }
                String target = RequirementSection.target(requirement.id());
                for (String name : uses(held, target, new LinkedHashSet<>())) {
                    held.design()
                            .facts()
                            .find(name)
                            .filter(fact -> fact.date().plusYears(1).isBefore(asked.get()))
                            .ifPresent(fact -> stale(requirement, fact, asked.get(), requirement.place(), problems));
                }
            }
        }

        private static void stale(Requirement requirement, Fact fact, LocalDate asked, Place place, Problems problems) {
            problems.warning(
                    "trace.stale-fact",
                    place,
                    "\"%s\" of %s rests on \"%s\" of %s".formatted(requirement.id(), asked, fact.path(), fact.date()),
                    "prices, limits and machines change within a year",
                    "look it up again: " + fact.source());
        }

        private static Set<String> uses(Held held, String name, Set<String> seen) {
            Optional<Definition> found = held.design().sheet().find(name);
            if (found.isPresent() && seen.add(name)) {
                found.get().uses().forEach(used -> uses(held, used, seen));
            }
            return seen;
        }
    }

    private static Stream<LocalDate> date(String text) {
        try {
            return text.length() < 10 ? Stream.empty() : Stream.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }
}
