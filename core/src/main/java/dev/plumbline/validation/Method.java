package dev.plumbline.validation;

/// A way to compute figures of some kinds: formulas over facts, or the simulation of a server. A method decides by the
/// kind of a case, its quantity and inputs, and never by one case's name, so that other cases of the kind work too.
@FunctionalInterface
public interface Method {
    /// Our figure for a case, in the case's unit.
    Outcome of(Case given);
}
