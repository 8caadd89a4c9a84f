package dev.plumbline.scale;

import java.util.Optional;

/// An edit that moves the first limit of a design, applied on top of the changes before it, and the design looked at
/// again with all of them.
///
/// @param moved the limit that comes first before it
/// @param name the number that is changed, such as `ranker.replicas`
/// @param from as it is
/// @param to as it would be
/// @param next the limit that comes first then; empty where none does in the range
/// @param costBefore money per second before it, at the scale of the limit; not a number where nothing has a price
/// @param costAfter the same with it
public record Change(
        Limit moved, String name, double from, double to, Optional<Limit> next, double costBefore, double costAfter) {}
