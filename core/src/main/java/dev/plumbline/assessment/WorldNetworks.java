package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.simulation.Network;
import java.util.List;
import java.util.Set;

/// What a design comes to, for whoever wants to simulate it in a way of their own.
public final class WorldNetworks {
    private WorldNetworks() {}

    /// The network of each world, at average load.
    public static List<Network> average(Design design, Worlds worlds) {
        Set<String> reached = Reached.byWorkload(design);
        return ValuedWorld.all(Valuation.of(design.checked(), worlds)).stream()
                .map(world -> Networks.of(design, world, new Situation.Average(), reached))
                .toList();
    }
}
