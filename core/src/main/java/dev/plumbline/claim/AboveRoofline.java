package dev.plumbline.claim;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Service;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Spread;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Relation;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model that is faster than its accelerators read its weights, or do its arithmetic (Williams, Waterman and
/// Patterson, "Roofline", Communications of the ACM 52(4), 2009).
final class AboveRoofline implements ClaimRule {
    private static final String RULE = "claim.above-roofline";
    private static final Dimension TOKEN = Dimension.count("token");
    private static final String READS =
            "a step reads every weight that it uses once, and no step is shorter than that; guessing tokens ahead "
                    + "(speculative decoding) is not counted";
    private static final String WORKS =
            "each token takes two operations for every weight that it uses, at the dense peak";
    private static final List<String> ALONE =
            List.of("single", "alone", "stream", "user", "interactive", "batch1", "one");
    private static final double MAX_LEVEL = 0.999;

    @Override
    public List<Diagnostic> of(Claimed claimed) {
        List<Diagnostic> found = new ArrayList<>();
        for (Component component : claimed.design().components().values()) {
            if (component.service() instanceof Service.Generation generation) {
                Roof.of(claimed, component, generation)
                        .ifPresent(roof -> found.addAll(new Writer(claimed, component, generation, roof).all()));
            }
        }
        for (Statement statement : claimed.statements()) {
            Roof.of(claimed, statement).flatMap(roof -> stated(statement, roof)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Diagnostic> stated(Statement statement, Roof roof) {
        if (statement.dimension().equals(Dimension.TIME.per(TOKEN))) {
            return statement.spread().high() < roof.step()
                    ? Optional.of(stated(
                            statement, "%s a token at least".formatted(Claimed.time(roof.step())), READS + roof.fits()))
                    : Optional.empty();
        }
        if (!statement.dimension().equals(TOKEN.per(Dimension.TIME))) {
            return Optional.empty();
        }
        boolean alone = statement.says(ALONE)
                || statement.source().matches("(?is).*(batch( size)?( of)? 1\\b|single|one request|per user).*");
        double reading = 1 / roof.step();
        double working = 1 / roof.work();
        if (alone && statement.spread().low() > reading) {
            return Optional.of(
                    stated(statement, "%s to one request at most".formatted(rate(reading)), READS + roof.fits()));
        }
        return statement.spread().low() > working
                ? Optional.of(stated(statement, "%s at most".formatted(rate(working)), WORKS))
                : Optional.empty();
    }

    private static Diagnostic stated(Statement statement, String bound, String why) {
        return Claimed.error(
                RULE,
                statement.place(),
                "\"%s\" is %s, and %s".formatted(statement.name(), statement.middle(), bound),
                why,
                "measure it yourself, and say model, precision, accelerators and batch in its source");
    }

    private static String rate(double tokens) {
        return new Quantity(tokens, TOKEN.per(Dimension.TIME)).toString();
    }

    /// A served model, held against what is stated and asked of it.
    private record Writer(Claimed claimed, Component component, Service.Generation generation, Roof roof) {
        List<Diagnostic> all() {
            List<Diagnostic> found = new ArrayList<>();
            for (Requirement requirement : claimed.design().requirements()) {
                requirement.must().flatMap(must -> asked(requirement, must)).ifPresent(found::add);
            }
            generation.time().flatMap(this::time).ifPresent(found::add);
            load().ifPresent(found::add);
            return found;
        }

        private Optional<Diagnostic> asked(Requirement requirement, Sentence must) {
            boolean atMost = must.relation() == Relation.AT_MOST || must.relation() == Relation.LESS;
            Optional<Double> target = claimed.target(requirement).map(Spread::high);
            if (!atMost || target.isEmpty()) {
                return Optional.empty();
            }
            return switch (must.reading()) {
                case Reading.Tpot(var _, var of)
                when of.text().equals(component.name()) ->
                    below(requirement, target.get(), roof.step(), "for a token", READS);
                case Reading.Ttft(var statistic, var of)
                when of.text().equals(component.name()) -> {
                    double reading = tokensRead(statistic) * roof.work();
                    yield reading > roof.step()
                            ? below(requirement, target.get(), reading, "to read the prompt", WORKS)
                            : below(requirement, target.get(), roof.step(), "for the first token", READS);
                }
                case Reading _ -> Optional.empty();
            };
        }

        private Optional<Diagnostic> below(
                Requirement requirement, double target, double floor, String what, String why) {
            return target >= floor
                    ? Optional.empty()
                    : Optional.of(Claimed.error(
                            RULE,
                            requirement.place(),
                            "\"%s\" asks for %s, and %s takes %s %s at least"
                                    .formatted(
                                            requirement.id(),
                                            Claimed.time(target),
                                            roof.words(),
                                            Claimed.time(floor),
                                            what),
                            why,
                            "take more accelerators, fewer bytes for a weight or a smaller model, or allow more"));
        }

        /// The tokens of a prompt that have to be read, at a statistic.
        private double tokensRead(Statistic statistic) {
            double prompt = switch (statistic) {
                case Statistic.Percentile percentile -> claimed.quantile(generation.prompt(), percentile.level());
                case Statistic.Mean _ -> claimed.mean(generation.prompt());
                case Statistic.Max _ -> claimed.quantile(generation.prompt(), MAX_LEVEL);
            };
            return left(prompt);
        }

        /// Without those that lie in the cache already.
        private double left(double prompt) {
            double prefix = generation
                    .serving()
                    .map(each -> high(each.steps().prefix()))
                    .orElse(0.0);
            double cached = generation
                    .serving()
                    .map(each -> high(each.steps().cached()))
                    .orElse(0.0);
            return Math.max(0, prompt - prefix) * Math.max(0, 1 - cached);
        }

        private double high(Amount amount) {
            return claimed.spread(amount.name()).map(Spread::high).orElse(0.0);
        }

        private Optional<Diagnostic> time(Amount time) {
            double stated = claimed.mean(time);
            double least = claimed.mean(generation.output()) * roof.step();
            return stated >= least
                    ? Optional.empty()
                    : Optional.of(Claimed.error(
                            RULE,
                            time.place(),
                            "an answer of %s is said to take %s on average, and %s takes %s for its tokens at least"
                                    .formatted(
                                            component.name(), Claimed.time(stated), roof.words(), Claimed.time(least)),
                            READS,
                            "leave \"time\" out, so that it is simulated token by token, or measure it"));
        }

        /// Whether all replicas together can do the arithmetic of the peak.
        private Optional<Diagnostic> load() {
            Optional<Spread> arrivals = claimed.spread(component.name() + ".peak_arrivals");
            if (arrivals.isEmpty()) {
                return Optional.empty();
            }
            double replicas =
                    component.scale().map(scale -> high(scale.to())).orElseGet(() -> high(component.replicas()));
            double tokens = left(claimed.mean(generation.prompt())) + claimed.mean(generation.output());
            double busy = arrivals.get().low() * tokens * roof.work() / replicas;
            return busy <= 1
                    ? Optional.empty()
                    : Optional.of(Claimed.error(
                            RULE,
                            component.place(),
                            "at peak %s is asked for %s times the arithmetic that its accelerators can do"
                                    .formatted(component.name(), Quantity.plain(busy)),
                            WORKS,
                            "add replicas: %s at the very least"
                                    .formatted(Quantity.plain(Math.ceil(busy * replicas)))));
        }
    }
}
