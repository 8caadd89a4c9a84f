package dev.plumbline.quantity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A sheet whose dimensions were checked, before anything is computed.
///
/// @param dimensions of every definition that has one; those at fault have none
/// @param order every definition after the ones it uses, if the sheet is sound
/// @param findings all that is wrong, in the sheet's order
public record Checked(Sheet sheet, Map<String, Dimension> dimensions, List<String> order, List<Finding> findings) {
    public Checked {
        dimensions = Map.copyOf(dimensions);
        order = List.copyOf(order);
        findings = List.copyOf(findings);
    }

    /// Whether it can be computed.
    public boolean isSound() {
        return findings.isEmpty();
    }

    /// What of it can be computed: the definitions without a fault that depend on none with one.
    public Checked soundPart() {
        if (isSound()) {
            return this;
        }
        Set<String> faulty = findings.stream().map(Finding::name).collect(Collectors.toSet());
        Set<String> part = new HashSet<>();
        for (String name : order) {
            boolean rests = sheet.find(name).orElseThrow().uses().stream()
                    .allMatch(used -> part.contains(used) || !sheet.defines(used));
            if (rests && !faulty.contains(name) && dimensions.containsKey(name)) {
                part.add(name);
            }
        }
        return Checker.check(sheet.only(part));
    }

    public Optional<Dimension> dimension(String name) {
        return Optional.ofNullable(dimensions.get(name));
    }

    /// The dimension of a formula over the sheet's names; empty when it has faults.
    public Optional<Dimension> dimension(Expression expression) {
        return typed(expression).map(Typing.Typed::dimension);
    }

    Optional<Typing.Typed> typed(Expression expression) {
        List<Fault> faults = new ArrayList<>();
        var typed = new Typing(sheet, new Known(), new Mismatch(sheet, dimensions), faults).of(expression);
        return faults.isEmpty() ? Optional.of(typed) : Optional.empty();
    }

    /// Names whose dimension is found already.
    private final class Known implements Typing.Scope {
        @Override
        public Typing.Typed name(Expression.Name name) {
            return dimension(name.path())
                    .or(() -> sheet.unit(name.path()).map(UnitWord::dimension))
                    .map(Typing.Typed::of)
                    .orElse(Typing.Typed.FAULTY);
        }

        @Override
        public Typing.Typed varying(Expression.Summary summary) {
            return name(summary.of());
        }
    }
}
