package dev.plumbline.claim;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something that a design takes for true, under `assume`.
///
/// @param spread what it comes to, in base units
/// @param unit the unit it is written in, where it is one number or range
/// @param source where the author has it from; may be empty
record Statement(String name, Spread spread, Dimension dimension, Optional<Unit> unit, String source, Place place) {
    /// The words that its name is made of, in small letters: `h100_bf16_peak` has three.
    List<String> words() {
        return Arrays.asList(name.toLowerCase(Locale.ROOT).split("[_-]+"));
    }

    boolean says(List<String> some) {
        return some.stream().anyMatch(words()::contains);
    }

    Quantity middle() {
        return new Quantity(spread.median(), dimension);
    }
}
