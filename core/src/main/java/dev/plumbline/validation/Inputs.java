package dev.plumbline.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What a case gives: `device=H100 SXM5;sparsity=no`. Keys are in lower case, in the order in which they were written.
///
/// @param text as written
public record Inputs(String text, Map<String, String> values) {
    public Inputs {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Reads pairs between semicolons; what has no `=` is a remark and left out.
    public static Inputs of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        pair.substring(equals + 1).strip());
            }
        }
        return new Inputs(text, values);
    }

    /// The first of these keys that is given.
    Optional<String> key(String... keys) {
        return Stream.of(keys).filter(values::containsKey).findFirst();
    }

    /// The value of the first of these keys that is given.
    public Optional<String> find(String... keys) {
        return key(keys).map(values::get);
    }

    /// The same as a number, if it is one.
    public OptionalDouble number(String... keys) {
        Optional<String> text = find(keys);
        try {
            return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text.get()));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
