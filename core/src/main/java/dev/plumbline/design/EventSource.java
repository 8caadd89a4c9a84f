package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.Optional;

/// Where events come from.
///
/// @param rate events per second
/// @param size bytes of one event
/// @param late from the event until it arrives, seconds
/// @param keep how long events are kept, seconds
/// @param encoded what an event takes where it is kept, as a share of its size
/// @param copies how many copies are kept
public record EventSource(
        String name,
        Amount rate,
        Optional<Amount> size,
        Optional<Amount> late,
        Optional<Amount> keep,
        Optional<Amount> encoded,
        Optional<Amount> copies,
        Place place) {}
