package dev.plumbline.assessment;

import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Scale;
import dev.plumbline.quantity.Unit;
import java.util.Arrays;
import java.util.Optional;

/// Holds what a meter reads against a target.
final class Judge {
    private Judge() {}

    /// What has to hold, world by world.
    ///
    /// @param relation how value and target compare
    /// @param targets the target in each world, in base units
    /// @param unit the unit in which the author wrote the target
    @SuppressWarnings("ArrayRecordComponent") // one value a world, never compared
    record Bar(Compare relation, double[] targets, Optional<Unit> unit) {}

    /// Whether a value meets its target.
    @FunctionalInterface
    interface Compare {
        boolean holds(double value, double target);
    }

    /// The outcome without the requirement's words.
    record Outcome(Status status, double chance, Figure figure, Evidence evidence) {}

    static Outcome judge(String meter, Meter.Read read, Bar bar) {
        int worlds = 0;
        for (boolean met : met(read.values(), bar)) {
            worlds += met ? 1 : 0;
        }
        double chance = (double) worlds / read.values().length;
        Figure figure = figure(read, bar.unit());
        return new Outcome(
                Status.of(chance),
                chance,
                figure,
                new Evidence(meter, read.kind(), figure, read.engine(), read.trace()));
    }

    /// By world, whether the target is met.
    static boolean[] met(double[] values, Bar bar) {
        boolean[] met = new boolean[values.length];
        for (int w = 0; w < met.length; w++) {
            met[w] = bar.relation().holds(values[w], target(bar, w));
        }
        return met;
    }

    private static double target(Bar bar, int world) {
        return bar.targets()[bar.targets().length == 1 ? 0 : world];
    }

    /// The median and the 90 % interval over worlds, in the author's unit or the nearest one to it.
    static Figure figure(Meter.Read read, Optional<Unit> written) {
        double[] sorted = read.values().clone();
        Arrays.sort(sorted);
        Quantity middle = new Quantity(at(sorted, 0.5), read.dimension());
        Scale scale = written.filter(unit -> unit.dimension().equals(read.dimension()))
                .map(unit -> Scale.of(middle, unit))
                .orElseGet(() -> Scale.of(middle));
        Unit unit = scale.unit();
        Interval interval =
                new Interval(in(unit, at(sorted, 0.5)), in(unit, at(sorted, 0.05)), in(unit, at(sorted, 0.95)));
        return new Figure(interval, unit.isNone() ? "" : unit.text());
    }

    private static double in(Unit unit, double base) {
        return Double.isFinite(base) ? unit.fromBase(base).doubleValue() : base;
    }

    /// The quantile of sorted values, halfway between neighbours where it falls between them; infinite neighbours win.
    static double at(double[] sorted, double level) {
        double position = Math.clamp(level * sorted.length - 0.5, 0, sorted.length - 1.0);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = position - below;
        if (share == 0 || sorted[below] == sorted[above]) {
            return sorted[below];
        }
        return sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
