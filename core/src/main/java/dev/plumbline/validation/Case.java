package dev.plumbline.validation;

import dev.plumbline.diagnostic.Place;

/// A figure that others published or measured, with all that is needed to compute it.
///
/// @param id its name, such as `kv-llama2-7b`
/// @param quantity what it is a figure of, in words
/// @param inputs what is given
/// @param theirs the figure
/// @param unit its unit as written, such as `TFLOP/s` or `tok/s`
/// @param tolerance how near ours has to come
/// @param source where it is from
/// @param place where it is written
public record Case(
        String id,
        String quantity,
        Inputs inputs,
        double theirs,
        String unit,
        Tolerance tolerance,
        String source,
        Place place) {

    /// All words that say what it is about: of its quantity and of its name, in lower case.
    public String words() {
        return (quantity + " " + id.replace('-', ' ')).toLowerCase(java.util.Locale.ROOT);
    }
}
