package dev.plumbline.validation;

/// Our figure for a case, in the case's unit, with its 90 % interval; without one, all three are the same.
///
/// @param method what was done, in a few words: `the calculator`
/// @param how the formula, so that a person can compute it again
public record Computed(double value, double low, double high, String method, String how) {}
