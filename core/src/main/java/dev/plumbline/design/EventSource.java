package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.Optional;

/// Where events come from.
///
/// @param rate events per second
/// @param size bytes of one event
/// @param late from the event until it arrives, seconds
/// @param keep how long events are kept, seconds
public record EventSource(
        String name, Amount rate, Optional<Amount> size, Optional<Amount> late, Optional<Amount> keep, Place place) {}
