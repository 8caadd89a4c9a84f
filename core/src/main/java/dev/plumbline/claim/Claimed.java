package dev.plumbline.claim;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A design whose claims are looked at, with what its numbers come to in a few worlds.
///
/// @param statements what it takes for true, each of one value
record Claimed(Design design, Valuation worlds, List<Statement> statements, Chips chips) {
    /// Enough for a middle and its interval.
    private static final Worlds FEW = new Worlds(64, 42);

    static Claimed of(Design design) {
        Valuation worlds = Valuation.of(Checker.check(Estimates.of(design).sheet()), FEW);
        List<Statement> statements = design.assumptions().values().stream()
                .flatMap(amount -> statement(worlds, amount).stream())
                .toList();
        return new Claimed(design, worlds, statements, new Chips(design));
    }

    private static Optional<Statement> statement(Valuation worlds, Amount amount) {
        return worlds.checked()
                .sheet()
                .find(amount.name())
                .filter(each -> each.content() instanceof Expression)
                .map(each -> new Statement(
                        each.name(),
                        worlds.spread(each.name()),
                        worlds.dimension(each.name()),
                        each.unit(),
                        each.source(),
                        amount.place()));
    }

    /// What a name of the design comes to; empty where the design has no such name, or it varies.
    Optional<Spread> spread(String name) {
        return worlds.checked()
                .sheet()
                .find(name)
                .filter(each -> each.content() instanceof Expression)
                .map(each -> worlds.spread(name));
    }

    Optional<Spread> target(Requirement requirement) {
        return spread(RequirementSection.target(requirement.id()));
    }

    /// The middle over worlds of a quantile of what varies from request to request.
    double quantile(Amount amount, double level) {
        double[] values = new double[FEW.count()];
        for (int w = 0; w < values.length; w++) {
            values[w] = worlds.distribution(amount.name(), w).quantile(level);
        }
        return Spread.of(values).median();
    }

    /// The same of its mean.
    double mean(Amount amount) {
        double[] values = new double[FEW.count()];
        for (int w = 0; w < values.length; w++) {
            values[w] = worlds.distribution(amount.name(), w).mean();
        }
        return Spread.of(values).median();
    }

    /// The names of the author's own that use a fact of that attribute, whatever it is about.
    List<Definition> users(String attribute) {
        List<Definition> found = new ArrayList<>();
        for (Definition each : design.sheet().definitions()) {
            boolean uses =
                    each.uses().stream().anyMatch(name -> name.startsWith("facts.") && name.endsWith("." + attribute));
            if (uses && each.origin() == Definition.Origin.ASSUMED) {
                found.add(each);
            }
        }
        return found;
    }

    /// Where a name is written: the assumption, the part it belongs to, or the top of the file.
    Place place(Definition definition) {
        Amount assumed = design.assumptions().get(definition.name());
        if (assumed != null) {
            return assumed.place();
        }
        String owner = definition.name().replaceAll("[.].*", "");
        return Optional.ofNullable(design.components().get(owner))
                .map(component -> component.place())
                .orElse(design.start());
    }

    static Diagnostic error(String rule, Place place, String what, String why, String mend) {
        return new Diagnostic(Severity.ERROR, rule, place, what, why, mend);
    }

    static Diagnostic warning(String rule, Place place, String what, String why, String mend) {
        return new Diagnostic(Severity.WARNING, rule, place, what, why, mend);
    }

    static String time(double seconds) {
        return new Quantity(seconds, Dimension.TIME).toString();
    }
}
