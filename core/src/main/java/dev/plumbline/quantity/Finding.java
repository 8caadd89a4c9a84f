package dev.plumbline.quantity;

/// A fault of a definition.
///
/// @param name the definition
/// @param root which of its [Content#roots] is at fault, whose text the span counts in; their number means its growth
public record Finding(String name, int root, Fault fault) {}
