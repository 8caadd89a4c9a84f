package dev.plumbline.validation;

import dev.plumbline.statistics.Interval;

/// The simulator's reading of a queue whose answer is known.
///
/// @param queue which, in the field's notation
/// @param reading what is read, such as the mean sojourn in service times
/// @param ours with its 90 % interval
/// @param exact what theory says
/// @param allowed how far ours may be off as a share: what theory leaves open, and the luck of the run
/// @param source of the theory
public record QueueCheck(String queue, String reading, Interval ours, double exact, double allowed, String source) {
    /// Ours over theory's, less one.
    public double error() {
        return ours.value() / exact - 1;
    }

    public boolean holds() {
        return ours.contains(exact) || Math.abs(error()) <= allowed;
    }
}
