package dev.plumbline.estimation;

import dev.plumbline.design.Design;

/// What follows from a design by arithmetic: traffic, storage, bandwidth, memory, compute, money and energy, each
/// as a
/// formula over the design's own names, so that it is valued in worlds and explained like any number the author
/// wrote.
public final class Estimates {
    private Estimates() {}

    /// All that the design gives grounds for.
    public static Estimated of(Design design) {
        Formulas formulas = new Formulas(design);
        Traffic.derive(formulas);
        Storage.derive(formulas);
        Bandwidth.derive(formulas);
        Engines.derive(formulas);
        Memory.derive(formulas);
        Compute.derive(formulas);
        Connections.derive(formulas);
        Network.derive(formulas);
        Money.derive(formulas);
        Energy.derive(formulas);
        return formulas.estimated();
    }
}
