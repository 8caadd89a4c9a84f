package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/// What was decided.
public record Decision(String chose, List<String> over, Optional<String> because, Optional<String> on, Place place) {
    public Decision {
        over = List.copyOf(over);
    }
}
