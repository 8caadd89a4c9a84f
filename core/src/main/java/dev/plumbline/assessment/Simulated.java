package dev.plumbline.assessment;

import dev.plumbline.simulation.Result;
import java.util.List;

/// A design simulated under one situation, world by world.
///
/// @param worlds the result of each world, in their order
/// @param faster how many times faster a scenario's clock ran than it would, at most over worlds; 1 in steady state
record Simulated(Situation situation, List<Result> worlds, double faster) {
    Simulated {
        worlds = List.copyOf(worlds);
    }

    long requests() {
        return worlds.stream().mapToLong(Result::requests).sum();
    }

    long events() {
        return worlds.stream().mapToLong(Result::events).sum();
    }
}
