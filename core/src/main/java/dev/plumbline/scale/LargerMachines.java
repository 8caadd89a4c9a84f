package dev.plumbline.scale;

import dev.plumbline.design.Machine;
import dev.plumbline.knowledge.Fact;
import dev.plumbline.knowledge.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The machines with more memory that a replica could run on instead, the cheapest first: larger sizes of a rented
/// machine's family, or other accelerators and more of the same. Only those whose price is known.
record LargerMachines(Facts facts) {
    private static final List<String> SIZES =
            List.of("medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge");
    private static final int MOST = 8;

    private record Offer(Machine machine, double memory, double price) {}

    List<Machine> than(Machine now) {
        Optional<Offer> own = offer(now);
        if (own.isEmpty()) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        if (facts.find(now.name(), "bf16_dense").isPresent()) {
            for (int count = 2 * now.count(); count <= MOST; count *= 2) {
                offer(named(now, count, now.name())).ifPresent(offers::add);
            }
            facts.things().stream()
                    .filter(thing -> facts.find(thing, "bf16_dense").isPresent())
                    .map(thing -> named(
                            now, now.count(), thing.toUpperCase(Locale.ROOT).replace('_', ' ')))
                    .forEach(machine -> offer(machine).ifPresent(offers::add));
        } else {
            int dot = now.name().lastIndexOf('.');
            for (int size = SIZES.indexOf(now.name().substring(dot + 1)) + 1; size > 0 && size < SIZES.size(); size++) {
                offer(named(now, now.count(), now.name().substring(0, dot + 1) + SIZES.get(size)))
                        .ifPresent(offers::add);
            }
        }
        return offers.stream()
                .filter(each -> each.memory() > own.get().memory())
                .sorted(Comparator.comparingDouble(Offer::price))
                .map(Offer::machine)
                .toList();
    }

    private static Machine named(Machine now, int count, String name) {
        return new Machine(count, name, Facts.ROOT + Facts.key(name), now.place());
    }

    private Optional<Offer> offer(Machine machine) {
        Optional<Double> memory = facts.find(machine.name(), "memory").flatMap(Fact::middle);
        Optional<Double> price = facts.find(machine.name(), "price").flatMap(Fact::middle);
        return memory.isEmpty() || price.isEmpty()
                ? Optional.empty()
                : Optional.of(new Offer(machine, machine.count() * memory.get(), machine.count() * price.get()));
    }
}
