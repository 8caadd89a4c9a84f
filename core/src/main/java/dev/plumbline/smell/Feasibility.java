package dev.plumbline.smell;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Practice;
import dev.plumbline.design.Service;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.smell.Held.Stated;
import java.util.List;
import java.util.Optional;

/// Targets that the design cannot reach, by arithmetic alone.
final class Feasibility {
    static final List<Smell> RULES = List.of(
            new AvailabilityBeyondDependencies(),
            new BudgetBelowOneIncident(),
            new ColdStartInTail(),
            new PauseInTail(),
            new ServiceTimeAboveTarget(),
            new Saturation(),
            new TokenBudget(),
            new Ceiling());

    private Feasibility() {}

    /// More than the product of what has to work.
    static final class AvailabilityBeyondDependencies implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.AVAILABILITY)) {
                Optional<Double> target = held.target(each);
                if (!(each.reading() instanceof Reading.Availability) || target.isEmpty()) {
                    continue;
                }
                held.grounds()
                        .availability(each.of())
                        .filter(product -> product < target.get())
                        .ifPresent(product -> problems.error(
                                "feasible.availability-beyond-dependencies",
                                each.requirement().place(),
                                "\"%s\" asks for %s, and what \"%s\" needs works together %s of the time"
                                        .formatted(
                                                each.id(),
                                                Quantity.percent(target.get(), 5),
                                                each.of(),
                                                Quantity.percent(product, 5)),
                                "in series shares multiply, so that a path is less available than each of its parts",
                                "give the weakest call a fallback, or ask for %s"
                                        .formatted(Quantity.percent(Math.floor(product * 1000) / 1000, 5))));
            }
        }
    }

    /// A budget that does not last for one incident.
    static final class BudgetBelowOneIncident implements Smell {
        /// Until an alarm is noticed, in seconds.
        private static final double NOTICED = 300;

        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.AVAILABILITY)) {
                Optional<Double> target = held.target(each);
                Optional<Double> window = held.window(each);
                Optional<Double> repair = held.first(RequirementKind.RECOVERY, each.of())
                        .flatMap(held::target)
                        .or(() -> held.design()
                                .practice()
                                .rollout()
                                .flatMap(Practice.Rollout::rollback)
                                .flatMap(held::value)
                                .map(rollback -> rollback + NOTICED));
                if (target.isEmpty() || window.isEmpty() || repair.isEmpty()) {
                    continue;
                }
                double budget = (1 - target.get()) * window.get();
                if (budget < repair.get()) {
                    problems.warning(
                            "feasible.budget-below-one-incident",
                            each.requirement().place(),
                            "\"%s\" leaves %s in %s, and one incident takes %s"
                                    .formatted(
                                            each.id(),
                                            Held.time(budget),
                                            Held.time(window.get()),
                                            Held.time(repair.get())),
                            "the first incident misses the target, however seldom one comes",
                            "mend faster than that, by itself, or lower the target");
                }
            }
        }
    }

    /// A component that is scaled out while requests come, and starts for longer than they may take.
    static final class ColdStartInTail implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.LATENCY)) {
                Optional<Double> target = held.target(each);
                if (target.isEmpty()) {
                    continue;
                }
                for (Component component : Walk.always(held.design(), each.of())) {
                    held.first(RequirementKind.COLD_START, component.name())
                            .flatMap(held::target)
                            .filter(start ->
                                    start > target.get() && component.scale().isPresent())
                            .ifPresent(start -> cold(each, component.name(), target.get(), start, problems));
                }
            }
        }

        private static void cold(Stated each, String component, double target, double start, Problems problems) {
            problems.warning(
                    "feasible.cold-start-in-tail",
                    each.requirement().place(),
                    "\"%s\" wants %s, and a new replica of \"%s\" may take %s to its first good answer"
                            .formatted(each.id(), Held.time(target), component, Held.time(start)),
                    "where more than a percentile's share of requests goes to replicas that start, it is their time",
                    "send a replica requests only when it is warm, or leave room so that none starts at the peak");
        }
    }

    /// Pauses that more requests meet than may be slow.
    static final class PauseInTail implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.LATENCY)) {
                Optional<Double> target = held.target(each);
                if (target.isEmpty() || each.level().isEmpty()) {
                    continue;
                }
                for (Component component : Walk.always(held.design(), each.of())) {
                    component.hiccups().ifPresent(pause -> {
                        double lasts = held.value(pause.lasts()).orElse(0.0);
                        double every = held.value(pause.every()).orElse(Double.MAX_VALUE);
                        double late = Math.max(0, lasts - target.get()) / every;
                        if (late > 1 - each.level().get()) {
                            problems.error(
                                    "feasible.pause-in-tail",
                                    each.requirement().place(),
                                    "\"%s\" pauses for %s every %s, so that %s of the requests of \"%s\" come too late"
                                            .formatted(
                                                    component.name(),
                                                    Held.time(lasts),
                                                    Held.time(every),
                                                    Quantity.percent(late, 5),
                                                    each.id()),
                                    "whoever comes in a pause waits for its end",
                                    "make pauses shorter or rarer, or hedge the call");
                        }
                    });
                }
            }
        }
    }

    /// A step that is slower than the whole may be. Every request takes each such step, and a wait only adds to it.
    static final class ServiceTimeAboveTarget implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.LATENCY)) {
                Optional<Double> target = held.target(each);
                if (target.isEmpty() || each.level().isEmpty()) {
                    continue;
                }
                for (Component component : Walk.always(held.design(), each.of())) {
                    Optional<Amount> time = time(component.service());
                    double least = time.map(amount ->
                                    held.grounds().quantile(amount, each.level().get()))
                            .orElse(0.0);
                    if (least > target.get()) {
                        problems.error(
                                "feasible.service-time-above-target",
                                each.requirement().place(),
                                "\"%s\" wants %s, and \"%s\" alone takes %s at the %s"
                                        .formatted(
                                                each.id(),
                                                Held.time(target.get()),
                                                component.name(),
                                                Held.time(least),
                                                each.reading()
                                                        .which()
                                                        .orElseThrow()
                                                        .sentence()),
                                "every request takes that step, and waiting comes on top",
                                "make it faster, give it a timeout and a fallback, or allow more");
                    }
                }
            }
        }

        private static Optional<Amount> time(Service service) {
            return switch (service) {
                case Service.Each(var time) -> Optional.of(time);
                case Service.Shared(var time) -> Optional.of(time);
                case Service.Generation(var _, var _, var _, var time, var _) -> time;
                case Service.Batched _, Service.Unstated _ -> Optional.empty();
            };
        }
    }

    /// A component with more work than servers (J. Little, "A proof for the queuing formula L = λW", 1961).
    static final class Saturation implements Smell {
        /// From here on the mean wait at one server is more than four times the time of a request: 0.8 / (1 - 0.8).
        private static final double FULL = 0.8;
        /// A busy share with which waits are short.
        private static final double ROOM = 0.7;
        /// From here on a percentile is of the slow ones.
        private static final double TAIL = 0.95;

        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.LATENCY)) {
                for (Component component : Walk.always(held.design(), each.of())) {
                    double busy = held.value(component.name() + ".peak_busy").orElse(0.0);
                    boolean first = held.of(RequirementKind.LATENCY).stream()
                            .filter(other -> other.of().equals(each.of()))
                            .findFirst()
                            .filter(each::equals)
                            .isPresent();
                    boolean sheds = component.queue().limit().isPresent();
                    if (!first || sheds || component.scale().isPresent()) {
                        continue;
                    }
                    if (busy >= 1) {
                        problems.error(
                                "feasible.saturation",
                                each.requirement().place(),
                                "\"%s\" of \"%s\" is asked for %s of what it can do at the peak"
                                        .formatted(component.name(), each.of(), Quantity.percent(busy, 5)),
                                "the queue grows as long as that lasts, and no latency holds",
                                "add replicas, or make it faster: work is load times service time");
                    } else if (busy > FULL && each.level().orElse(0.0) >= TAIL) {
                        problems.warning(
                                "feasible.saturation",
                                each.requirement().place(),
                                "\"%s\" of \"%s\" is asked for %s of what it can do at the peak"
                                        .formatted(component.name(), each.of(), Quantity.percent(busy, 5)),
                                "a wait grows as 1 / (1 - busy), and the %s of \"%s\" is made of waits"
                                        .formatted(
                                                each.reading()
                                                        .which()
                                                        .orElseThrow()
                                                        .sentence(),
                                                each.id()),
                                "leave room: %s would be %s busy at most"
                                        .formatted(room(held, component, busy), Quantity.percent(ROOM, 5)));
                    }
                }
            }
        }

        private static String room(Held held, Component component, double busy) {
            double replicas = Math.ceil(held.value(component.replicas()).orElse(1.0) * busy / ROOM);
            return Held.number(replicas) + " replicas";
        }
    }

    /// An answer whose tokens take longer than the answer may.
    static final class TokenBudget implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.LATENCY)) {
                Optional<Component> writer = held.grounds().writer(each.of());
                Optional<Double> bound = held.target(each);
                if (writer.isEmpty()
                        || bound.isEmpty()
                        || each.level().isEmpty()
                        || !(writer.get().service()
                                instanceof Service.Generation(var _, var _, var output, var _, var _))) {
                    continue;
                }
                Optional<Double> first = held.first(
                                RequirementKind.TIME_TO_FIRST_TOKEN,
                                writer.get().name())
                        .flatMap(held::target);
                Optional<Double> next = held.first(
                                RequirementKind.TIME_PER_OUTPUT_TOKEN,
                                writer.get().name())
                        .flatMap(held::target);
                double tokens = held.grounds().quantile(output, each.level().get());
                double whole = first.orElse(0.0) + (tokens - 1) * next.orElse(0.0);
                if (first.isPresent() && next.isPresent() && whole > bound.get()) {
                    problems.warning(
                            "feasible.token-budget",
                            each.requirement().place(),
                            "an answer of %s tokens may take %s by its first token and its pace, and \"%s\" allows %s"
                                    .formatted(
                                            Held.number(tokens), Held.time(whole), each.id(), Held.time(bound.get())),
                            "first token + (tokens - 1) x time for each: whoever keeps to these two misses the third",
                            "ask for %s a token, shorten the answers, or allow more"
                                    .formatted(Held.time((bound.get() - first.get()) / Math.max(1, tokens - 1))));
                }
            }
        }
    }

    /// More than people agree on, or than the labels are right.
    static final class Ceiling implements Smell {
        private static final List<String> NAMES = List.of("human_agreement", "label_agreement");

        @Override
        public void find(Held held, Problems problems) {
            for (String name : NAMES) {
                Optional<Double> ceiling = held.value(name);
                for (Stated each : held.of(RequirementKind.QUALITY)) {
                    boolean beyond = ceiling.isPresent()
                            && each.reading().moreIsBetter()
                            && held.target(each).orElse(0.0) > ceiling.get();
                    if (beyond) {
                        problems.warning(
                                "feasible.ceiling",
                                each.requirement().place(),
                                "\"%s\" asks for %s, and \"%s\" is %s"
                                        .formatted(
                                                each.id(),
                                                Quantity.percent(
                                                        held.target(each).orElseThrow(), 5),
                                                name,
                                                Quantity.percent(ceiling.get(), 5)),
                                "where people disagree, a model that agrees more has learned the mistakes of one",
                                "ask for no more than people reach, or mend the labels first");
                    }
                }
            }
        }
    }
}
