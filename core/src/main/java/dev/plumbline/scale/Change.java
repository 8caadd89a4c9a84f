package dev.plumbline.scale;

import java.util.List;
import java.util.Optional;

/// An edit that moves the first limit of a design, applied on top of the changes before it, and the design looked at
/// again with all of them.
///
/// @param moved the limit that comes first before it
/// @param next the limit that comes first then; empty where none does in the range
/// @param costBefore money per second before it, at the scale of the limit; not a number where nothing has a price
/// @param costAfter the same with it
/// @param note what else it brings; empty where that is nothing
/// @param instead other edits that move the same limit, and that the changes after this one do not build on
public record Change(
        Limit moved,
        Edit edit,
        Optional<Limit> next,
        double costBefore,
        double costAfter,
        String note,
        List<Change> instead) {
    public Change {
        instead = List.copyOf(instead);
    }
}
