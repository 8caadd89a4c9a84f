package dev.plumbline.smell;

import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.EventSource;
import dev.plumbline.design.Practice;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.design.Scenario;
import dev.plumbline.design.Workload;
import dev.plumbline.diagnostic.Problems;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.RequirementKind;
import dev.plumbline.smell.Held.Stated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Promises about money, data on persons and copies that contradict each other or the design.
final class Promises {
    static final List<Smell> RULES =
            List.of(new CostVsVolume(), new ResidencyVsReplica(), new EraseVsRetention(), new ConsistencyVsPartition());

    private Promises() {}

    /// A price for each that comes to more than the whole may cost.
    static final class CostVsVolume implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            for (Stated each : held.of(RequirementKind.COST)) {
                Optional<Quantity> per = held.per(each);
                Optional<Double> price = held.target(each);
                if (per.isEmpty() || price.isEmpty()) {
                    continue;
                }
                double volume = volume(held, per.get().dimension());
                double total = price.get() / per.get().value() * volume;
                held.of(RequirementKind.COST).stream()
                        .filter(other -> held.per(other).isEmpty())
                        .filter(other -> held.target(other).orElse(Double.MAX_VALUE) < total)
                        .findFirst()
                        .ifPresent(budget -> problems.warning(
                                "conflict.cost-vs-volume",
                                each.requirement().place(),
                                "\"%s\" allows %s, and \"%s\" only %s"
                                        .formatted(
                                                each.id(),
                                                monthly(held, total, budget),
                                                budget.id(),
                                                budget.sentence().target().text()),
                                "%s at the stated volume: whoever keeps to the first may still overspend"
                                        .formatted(each.sentence().target().text() + " per " + per.get()),
                                "lower the price for each to what the budget holds, or raise the budget"));
            }
        }

        /// What is counted so per second, over all paths.
        private static double volume(Held held, Dimension counted) {
            double sum = 0;
            for (Workload workload : held.design().workload().values()) {
                Optional<Quantity> rate = held.grounds().value(workload.rate());
                boolean alike = rate.isPresent()
                        && rate.get().dimension().times(Dimension.TIME).equals(counted);
                sum += alike ? rate.get().value() : 0;
            }
            return sum;
        }

        private static String monthly(Held held, double perSecond, Stated budget) {
            return held.grounds()
                    .value(RequirementSection.target(budget.id()))
                    .map(limit -> new Quantity(perSecond, limit.dimension()).toString())
                    .orElse("");
        }
    }

    /// A copy where it may not be.
    static final class ResidencyVsReplica implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            Optional<Practice.Privacy> privacy = held.design().practice().privacy();
            if (privacy.isEmpty() || privacy.get().stayIn().isEmpty()) {
                return;
            }
            List<String> allowed = privacy.get().stayIn();
            for (String name : privacy.get().personal()) {
                places(held, name).forEach((where, region) -> {
                    if (!allowed.contains(region)) {
                        problems.error(
                                "conflict.residency-vs-replica",
                                privacy.get().place(),
                                "\"%s\" may not leave %s, and %s keeps it in %s"
                                        .formatted(name, String.join(" and ", allowed), where, region),
                                "a copy counts as much as the first, and so do caches, logs and backups",
                                "move that copy, or name the region under \"stay-in\"");
                    }
                });
            }
        }

        private static Map<String, String> places(Held held, String name) {
            Map<String, String> places = new LinkedHashMap<>();
            Data data = held.design().data().get(name);
            if (data != null) {
                data.regions().forEach(region -> places.put("\"" + name + "\" itself", region));
            }
            for (Component component : held.design().components().values()) {
                if (component.holds().contains(name)) {
                    component.regions().forEach(region -> places.put("\"%s\"".formatted(component.name()), region));
                }
            }
            return places;
        }
    }

    /// Erased on request, and kept for longer.
    static final class EraseVsRetention implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            Optional<Practice.Privacy> privacy = held.design().practice().privacy();
            if (privacy.isEmpty() || privacy.get().erasedBy().isPresent()) {
                return;
            }
            Optional<Double> within = privacy.get().eraseWithin().flatMap(held::value);
            for (String name : privacy.get().personal()) {
                Optional<Double> kept = Optional.ofNullable(held.design().data().get(name))
                        .flatMap(Data::keep)
                        .or(() -> Optional.ofNullable(held.design().sources().get(name))
                                .flatMap(EventSource::keep))
                        .flatMap(held::value);
                if (within.isPresent() && kept.isPresent() && kept.get() > within.get()) {
                    problems.error(
                            "conflict.erase-vs-retention",
                            privacy.get().place(),
                            "\"%s\" is kept for %s and shall be gone within %s of a request"
                                    .formatted(name, Held.time(kept.get()), Held.time(within.get())),
                            "nothing that the design names erases it before it runs out",
                            "add \"erased-by: {job: ...}\", or keep it for no longer than that");
                }
            }
        }
    }

    /// Never stale and always there, while the parts cannot reach each other (S. Gilbert, N. Lynch, "Brewer's
    /// conjecture
    /// and the feasibility of consistent, available, partition-tolerant web services", 2002).
    static final class ConsistencyVsPartition implements Smell {
        @Override
        public void find(Held held, Problems problems) {
            List<Stated> exact = held.of(RequirementKind.STALENESS).stream()
                    .filter(each -> held.target(each).orElse(1.0) <= 0)
                    .toList();
            for (Stated each : held.of(RequirementKind.AVAILABILITY)) {
                boolean cut = each.reading() instanceof Reading.Success
                        && each.sentence().circumstance() instanceof Circumstance.During(var name)
                        && isPartition(held, name.text());
                if (cut && !exact.isEmpty()) {
                    problems.error(
                            "conflict.consistency-vs-partition",
                            each.requirement().place(),
                            "\"%s\" wants answers while the parts are cut off, and \"%s\" wants none of them stale"
                                    .formatted(each.id(), exact.getFirst().id()),
                            "a side that cannot hear of a write either answers without it or does not answer",
                            "allow a share of stale reads during the partition, or a share of failures");
                }
            }
        }

        private static boolean isPartition(Held held, String scenario) {
            Scenario found = held.design().scenarios().get(scenario);
            return found != null
                    && found.disturbances().stream().anyMatch(Scenario.Disturbance.Partition.class::isInstance);
        }
    }
}
