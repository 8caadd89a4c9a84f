package dev.plumbline.review;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much a cache keeps, where its hit rate is computed from that. A size in bytes that the memory of its machines no
/// longer holds takes as many replicas more as hold it.
record CacheSize(Design design, Machinery machinery) {
    private static final double[] TIMES = {2, 4, 0.5};
    /// Enough for a middle.
    private static final Worlds FEW = new Worlds(64, 42);

    List<Move> of(Component component, Node.Mapping its) {
        boolean computed = component
                .cache()
                .flatMap(Component.Cache::population)
                .filter(population -> population.policy() != Component.Policy.TTL)
                .isPresent();
        Optional<Literal> now = Knobs.number(its, "size").filter(each -> !each.isZero());
        if (!computed || now.isEmpty()) {
            return List.of();
        }
        List<Move> moves = new ArrayList<>();
        for (double factor : TIMES) {
            moves.add(move(component, its, now.get(), factor));
        }
        return moves;
    }

    private Move move(Component component, Node.Mapping its, Literal now, double factor) {
        String name = component.name();
        String to = now.times(factor).text();
        List<Edit> edits = new ArrayList<>(List.of(Knobs.set(its, "size", to)));
        Optional<Integer> replicas = Knobs.copies(its);
        Optional<Double> bytes = bytes(name).map(each -> factor * each);
        Optional<Double> memory = machinery.memory(component);
        if (bytes.isEmpty() || memory.isEmpty() || replicas.isEmpty()) {
            Move move = Move.of("size of " + name, now.text(), to, edits.getFirst());
            return factor < 1
                    ? move
                    : move.assuming("the replicas of %s together have room for %s".formatted(name, to));
        }
        int held = replicas.get();
        int needed = Math.max(held, (int) Math.ceil(bytes.get() / memory.get()));
        if (needed > held) {
            edits.add(Knobs.set(its, "replicas", Integer.toString(needed)));
        }
        String words = needed > held ? "%s on %d replicas".formatted(to, needed) : to;
        return new Move(
                "size of " + name,
                now.text(),
                words,
                edits,
                Optional.empty(),
                (double) needed / held - 1,
                Optional.empty());
    }

    /// The size as it stands, where it is one of bytes.
    private Optional<Double> bytes(String name) {
        String size = name + ".size";
        return design.checked()
                .dimension(size)
                .filter(Dimension.DATA::equals)
                .map(_ -> Valuation.of(design.checked(), FEW).spread(size).median());
    }
}
