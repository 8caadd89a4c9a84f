package dev.plumbline.review;

import dev.plumbline.design.Component;
import dev.plumbline.design.Machine;
import dev.plumbline.design.Service;
import dev.plumbline.knowledge.Fact;
import dev.plumbline.knowledge.Facts;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The machines that a component's replicas could run on instead, with what the knowledge base says of them.
///
/// A language model that is served token by token follows from its accelerators. Any other time is what somebody has
/// measured on the machine that it runs on: on another accelerator it is taken to shrink with the lesser of what that
/// gains in arithmetic and in memory bandwidth, and on a rented machine of twice the size twice as many are taken to be
/// served at once. A mend says which of these it takes for granted.
///
/// @param facts what is known of machines
record Machinery(Facts facts) {
    private static final List<String> SIZES =
            List.of("medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge");
    /// Of all machines that somebody could want, so many at most.
    private static final int OFFERED = 6;
    /// Dearer by more than this is another design.
    private static final double DEAREST = 6;
    /// Gains below this are not worth a move to another machine.
    private static final double ALIKE = 0.05;

    private static final int MOST = 8;

    /// Equal machines of one replica, by what one has.
    ///
    /// @param name as people write it
    /// @param price of all of them together, any unit that is the same for all
    private record Offer(int count, String name, double price, double compute, double bandwidth, double memory) {
        /// How many times as fast as another, at least.
        double faster(Offer other) {
            return Math.min(compute / other.compute, bandwidth / other.bandwidth);
        }

        boolean beats(Offer other) {
            return price <= other.price && faster(other) >= 1 && !equals(other);
        }

        String words() {
            return count == 1 ? name : count + " x " + name;
        }
    }

    /// The moves to another machine; none where the price is stated by hand, or the machine is not known.
    List<Move> of(Component component, Node.Mapping its) {
        Optional<Machine> machine = component.machine();
        Optional<Node> on = its.get("on");
        if (machine.isEmpty() || on.isEmpty() || component.price().isPresent()) {
            return List.of();
        }
        Optional<Offer> now = accelerators(machine.get().name(), machine.get().count());
        return now.isPresent()
                ? accelerators(component, its, on.get(), now.get())
                : sizes(component, its, on.get(), machine.get());
    }

    private List<Move> accelerators(Component component, Node.Mapping its, Node on, Offer now) {
        boolean follows = component.service() instanceof Service.Generation(var _, var _, var _, var time, var serving)
                && time.isEmpty()
                && serving.isPresent();
        List<Move> moves = new ArrayList<>();
        for (Offer offer : offers(now, follows)) {
            Edit place = new Edit.Replace(on.span(), offer.words());
            double growth = offer.price / now.price - 1;
            String runs = "the software of %s runs on other machines".formatted(component.name());
            if (follows) {
                moves.add(move(component, now.words(), offer.words(), List.of(place), runs, growth));
            } else {
                double factor = 1 / offer.faster(now);
                time(component, its)
                        .flatMap(time -> TimeText.times(time, factor))
                        .ifPresent(edits -> {
                            List<Edit> all = new ArrayList<>(List.of(place));
                            all.addAll(edits);
                            String scales = runs + ", quicker by their lesser gain in arithmetic and memory bandwidth";
                            moves.add(move(component, now.words(), offer.words(), all, scales, growth));
                        });
            }
        }
        return moves;
    }

    private static Move move(
            Component component, String from, String to, List<Edit> edits, String assumes, double growth) {
        return new Move(
                "machine of " + component.name(), from, to, edits, Optional.of(assumes), growth, Optional.empty());
    }

    private static Optional<Node> time(Component component, Node.Mapping its) {
        return component.service() instanceof Service.Batched
                ? Knobs.mapping(its, "batch").flatMap(batch -> batch.get("time"))
                : its.get("time");
    }

    /// What nobody would pass over: for their price nothing known is faster. The present ones are not among them.
    ///
    /// @param together whether several share the work of one replica
    private List<Offer> offers(Offer now, boolean together) {
        List<Offer> all = new ArrayList<>();
        for (String thing : facts.things()) {
            Set<Integer> counts = new LinkedHashSet<>(List.of(now.count));
            if (together) {
                for (int count = 1; count <= MOST; count *= 2) {
                    counts.add(count);
                }
            }
            counts.forEach(count -> accelerators(thing, count).ifPresent(all::add));
        }
        List<Offer> sensible = all.stream()
                .filter(each ->
                        each.price <= DEAREST * now.price && !each.words().equals(now.words()))
                .filter(each -> Math.abs(each.faster(now) - 1) > ALIKE || each.price < (1 - ALIKE) * now.price)
                .filter(each -> each.faster(now) > 1 || each.price < now.price)
                .toList();
        List<Offer> front = sensible.stream()
                .filter(each -> sensible.stream().noneMatch(other -> other.beats(each)))
                .sorted(Comparator.comparingDouble(each -> Math.abs(Math.log(each.price / now.price))))
                .limit(OFFERED)
                .toList();
        return front.stream().sorted(Comparator.comparingDouble(Offer::price)).toList();
    }

    private Optional<Offer> accelerators(String name, int count) {
        Optional<Double> price = figure(name, "price");
        Optional<Double> compute = figure(name, "bf16_dense");
        Optional<Double> bandwidth = figure(name, "memory_bandwidth");
        Optional<Double> memory = figure(name, "memory");
        if (price.isEmpty() || compute.isEmpty() || bandwidth.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                count,
                name.toUpperCase(Locale.ROOT).replace('_', ' '),
                count * price.get(),
                count * compute.get(),
                count * bandwidth.get(),
                count * memory.get()));
    }

    /// The next sizes of the same family.
    private List<Move> sizes(Component component, Node.Mapping its, Node on, Machine machine) {
        int dot = machine.name().lastIndexOf('.');
        int size = SIZES.indexOf(machine.name().substring(dot + 1));
        Optional<Integer> slots = Knobs.number(its, "concurrency").flatMap(Literal::whole);
        Optional<Double> now = figure(machine.name(), "price");
        if (dot < 0 || size < 0 || slots.isEmpty() || now.isEmpty()) {
            return List.of();
        }
        List<Move> moves = new ArrayList<>();
        for (int step : new int[] {1, -1}) {
            int next = size + step;
            String name =
                    next < 0 || next >= SIZES.size() ? "" : machine.name().substring(0, dot + 1) + SIZES.get(next);
            int many = step > 0 ? 2 * slots.get() : slots.get() / 2;
            if (!name.isEmpty() && many > 0) {
                figure(name, "price").ifPresent(price -> {
                    String to = machine.count() == 1 ? name : machine.count() + " x " + name;
                    moves.add(move(
                            component,
                            machine.count() == 1 ? machine.name() : machine.count() + " x " + machine.name(),
                            to,
                            List.of(
                                    new Edit.Replace(on.span(), to),
                                    Knobs.set(its, "concurrency", Integer.toString(many))),
                            "a machine of another size serves as many more of %s at once, each as quickly"
                                    .formatted(component.name()),
                            price / now.get() - 1));
                });
            }
        }
        return moves;
    }

    /// Bytes of memory that a replica of the component has; empty where that is not known.
    Optional<Double> memory(Component component) {
        return component
                .machine()
                .flatMap(machine -> figure(machine.name(), "memory").map(one -> machine.count() * one));
    }

    /// The middle of a figure, in base units.
    private Optional<Double> figure(String name, String attribute) {
        return facts.find(name, attribute).flatMap(Fact::middle);
    }
}
