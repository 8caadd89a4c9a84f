package dev.plumbline.quantity;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All names of a design and what they stand for: what the author assumes, what is known, and what Plumbline derives.
/// Immutable; the order is that in which the names were given.
public final class Sheet {
    private final Units units;
    private final Functions functions;
    private final Map<String, Definition> definitions;

    private Sheet(Units units, Functions functions, Map<String, Definition> definitions) {
        this.units = units;
        this.functions = functions;
        this.definitions = Collections.unmodifiableMap(definitions);
    }

    public static Sheet of(Units units, Functions functions, Collection<Definition> definitions) {
        return new Sheet(units, functions, Map.of()).and(definitions);
    }

    /// This and more; a definition of the same name takes the place of the one before.
    public Sheet and(Collection<Definition> more) {
        Map<String, Definition> longer = new LinkedHashMap<>(definitions);
        more.forEach(definition -> longer.put(definition.name(), definition));
        return new Sheet(units, functions, longer);
    }

    /// This without the definitions that are not among `names`.
    Sheet only(Set<String> names) {
        return of(
                units,
                functions,
                definitions.values().stream()
                        .filter(definition -> names.contains(definition.name()))
                        .toList());
    }

    public Optional<Definition> find(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    public boolean defines(String name) {
        return definitions.containsKey(name);
    }

    /// The unit that a name means where no definition has it.
    Optional<UnitWord> unit(String name) {
        return defines(name) ? Optional.empty() : units.find(name);
    }

    public List<Definition> definitions() {
        return List.copyOf(definitions.values());
    }

    public Units units() {
        return units;
    }

    public Functions functions() {
        return functions;
    }
}
