package dev.plumbline.policy;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.design.Step;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.estimation.Estimates;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Spread;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Relation;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A design whose policies are looked at, with its numbers in the middle of what is not known.
///
/// @param sites where something is called
record Policed(Design design, Valuation worlds, List<CallSite> sites) {
    /// Enough for a middle.
    private static final Worlds FEW = new Worlds(64, 42);
    /// Each backoff is so many times the one before.
    private static final double DOUBLING = 2;

    static Policed of(Design design) {
        Valuation worlds = Valuation.of(Checker.check(Estimates.of(design).sheet()), FEW);
        return new Policed(design, worlds, new CallSites(design, worlds).all());
    }

    /// A limit that a requirement puts on the latency of a path.
    record Limit(String requirement, String statistic, String path, double seconds) {
        /// `p99 latency of rank <= 120 ms`.
        String words() {
            return "%s latency of %s <= %s".formatted(statistic, path, Policed.seconds(seconds));
        }
    }

    /// The tightest limit on a path, if it has one.
    Optional<Limit> limit(String path) {
        return design.requirements().stream()
                .flatMap(each -> limit(each).stream())
                .filter(each -> each.path().equals(path))
                .min(Comparator.comparingDouble(Limit::seconds));
    }

    private Optional<Limit> limit(Requirement requirement) {
        return requirement
                .must()
                .filter(must -> must.relation() == Relation.AT_MOST || must.relation() == Relation.LESS)
                .flatMap(must -> limit(requirement.id(), must));
    }

    private Optional<Limit> limit(String id, Sentence must) {
        return must.reading() instanceof Reading.Latency(var statistic, var path)
                ? Optional.of(new Limit(id, statistic.sentence(), path.text(), middle(RequirementSection.target(id))))
                : Optional.empty();
    }

    double of(Amount amount) {
        return middle(amount.name());
    }

    private double middle(String name) {
        return worlds.spread(name).median();
    }

    /// The median time that a component works on one request alone; empty where it works on many at once.
    Optional<Double> quantile(Component component, double level) {
        return switch (component.service()) {
            case dev.plumbline.design.Service.Each(var time) -> Optional.of(quantile(time, level));
            case dev.plumbline.design.Service.Shared(var time) -> Optional.of(quantile(time, level));
            case dev.plumbline.design.Service.Generation generation ->
                generation.time().map(time -> quantile(time, level));
            case dev.plumbline.design.Service.Batched _, dev.plumbline.design.Service.Unstated _ -> Optional.empty();
        };
    }

    /// A quantile of what varies from request to request, in the middle over worlds.
    double quantile(Amount amount, double level) {
        double[] values = new double[FEW.count()];
        for (int w = 0; w < values.length; w++) {
            values[w] = worlds.distribution(amount.name(), w).quantile(level);
        }
        return Spread.of(values).median();
    }

    /// How busy a component is at peak, 1 being all that it can do; empty where that is not known.
    Optional<Double> busy(String component) {
        String name = component + ".peak_busy";
        return worlds.checked().sheet().defines(name) ? Optional.of(middle(name)) : Optional.empty();
    }

    /// The seconds of all replicas' time that one request takes: so many requests per second, times this, are the busy
    /// share.
    Optional<Double> share(String component) {
        String busy = component + ".peak_busy";
        if (!worlds.checked().sheet().defines(busy)) {
            return Optional.empty();
        }
        double[] all = worlds.values(busy);
        double[] rates = worlds.values(component + ".peak_arrivals");
        double[] each = new double[all.length];
        for (int w = 0; w < all.length; w++) {
            each[w] = rates[w] > 0 ? all[w] / rates[w] : 0;
        }
        return Optional.of(Spread.of(each).median());
    }

    /// The longest that a call takes with all its tries: each as long as its timeout, and the waits between them. Empty
    /// where nothing bounds a try.
    Optional<Double> longest(Step.Call call) {
        return call.timeout().map(timeout -> {
            double all = of(timeout);
            if (call.retry().isPresent()) {
                double wait = call.retry().get().backoff().map(this::of).orElse(0.0);
                for (int i = 0; i < tries(call) - 1; i++) {
                    all += wait + of(timeout);
                    wait *= DOUBLING;
                }
            }
            return all;
        });
    }

    /// How often a call is tried at most.
    int tries(Step.Call call) {
        return 1
                + call.retry().map(retry -> (int) Math.round(of(retry.times()))).orElse(0);
    }

    static Diagnostic finding(String rule, Place place, String what, String why, String mend) {
        return new Diagnostic(Severity.WARNING, rule, place, what, why, mend);
    }

    static String seconds(double value) {
        return new Quantity(value, Dimension.TIME).toString();
    }
}
