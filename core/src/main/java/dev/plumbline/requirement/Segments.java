package dev.plumbline.requirement;

import java.util.List;
import java.util.stream.Collectors;

/// The groups in each of which a requirement has to hold, as well as overall.
public sealed interface Segments {
    /// None was written.
    record All() implements Segments {}

    /// `for every segment of country`
    record Every(Name attribute) implements Segments {}

    /// `for new-customers`, or several with commas
    record Named(List<Name> names) implements Segments {
        public Named {
            names = List.copyOf(names);
        }
    }

    /// As the language writes it, with a space in front; empty if none was written.
    default String sentence() {
        return switch (this) {
            case All() -> "";
            case Every(Name attribute) -> " for every segment of " + attribute.text();
            case Named(List<Name> names) ->
                names.stream().map(Name::text).collect(Collectors.joining(", ", " for ", ""));
        };
    }
}
