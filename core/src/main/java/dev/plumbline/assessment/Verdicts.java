package dev.plumbline.assessment;

import dev.plumbline.ask.AskReading;
import dev.plumbline.design.Design;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Severity;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Unit;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.requirement.Circumstance;
import dev.plumbline.requirement.Name;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Statistic;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Gives each requirement its verdict.
final class Verdicts {
    private static final double MEAN = -1;

    private final Design design;
    private final Valuation estimates;
    private final Valuation simulated;
    private final Meters meters;
    private final TokenMeters tokens;

    Verdicts(Design design, Valuation estimates, Valuation simulated, Meters meters) {
        this.design = design;
        this.estimates = estimates;
        this.simulated = simulated;
        this.meters = meters;
        this.tokens = meters.tokens();
    }

    Verdict of(Requirement requirement) {
        return requirement
                .must()
                .map(sentence -> measurable(requirement, sentence))
                .orElseGet(() -> unmeasurable(requirement));
    }

    /// What to say about a requirement that cannot be judged because nobody said what would meet it.
    Optional<Diagnostic> finding(Requirement requirement) {
        if (requirement.must().isPresent() || requirement.ask().isEmpty()) {
            return Optional.empty();
        }
        AskReading reading = AskReading.of(requirement.ask().get());
        return Optional.of(new Diagnostic(
                Severity.WARNING,
                "requirement.unmeasurable",
                requirement.place(),
                "\"%s\" %s"
                        .formatted(
                                requirement.ask().get(),
                                reading.lacks().isEmpty() ? "has no sentence that can be measured" : reading.lacks()),
                "whether the design meets it is a matter of opinion until somebody says what is measured",
                "add \"must: %s\"".formatted(reading.form())));
    }

    private static Verdict unmeasurable(Requirement requirement) {
        String reason = requirement
                .ask()
                .map(ask -> {
                    String missing = AskReading.of(ask).lacks();
                    return "\"%s\" %s"
                            .formatted(
                                    ask, missing.isEmpty() ? "has no \"must:\" that says what is measured" : missing);
                })
                .orElse("it neither asks nor says what must hold");
        return new Verdict(
                requirement.id(),
                requirement.ask(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Status.UNMEASURABLE,
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(),
                reason,
                requirement.place());
    }

    /// How far the requirement is from being met; see [Trial]. Empty where nothing reads it.
    OptionalDouble shortfall(Requirement requirement) {
        Optional<Sentence> must = requirement.must();
        if (must.isEmpty()
                || !(read(requirement.id(), must.get()) instanceof Meter.Read read)
                || read.values().length == 0) {
            return OptionalDouble.empty();
        }
        Valuation worlds = worlds(read);
        double[] overloads = meters.overloads(situation(requirement.id(), must.get()));
        double[] targets = worlds.values(RequirementSection.target(requirement.id()));
        return OptionalDouble.of(Shortfall.of(must.get().relation(), read.values(), targets, overloads));
    }

    /// Which worlds meet the requirement; empty where nothing reads it.
    ///
    /// @param some the numbers of the worlds that were simulated, in their order
    Optional<BitSet> met(Requirement requirement, int[] some) {
        Optional<Sentence> must = requirement.must();
        if (must.isEmpty() || !(read(requirement.id(), must.get()) instanceof Meter.Read read)) {
            return Optional.empty();
        }
        double[] targets = simulated.values(RequirementSection.target(requirement.id()));
        boolean all = read.values().length == targets.length;
        BitSet met = new BitSet();
        for (int i = 0; i < read.values().length; i++) {
            int world = all ? i : some[i];
            met.set(world, must.get().relation().holds(read.values()[i], targets[world]));
        }
        return Optional.of(met);
    }

    private Valuation worlds(Meter.Read read) {
        return read.values().length == simulated.worlds().count() ? simulated : estimates;
    }

    private Verdict measurable(Requirement requirement, Sentence sentence) {
        String meter = sentence.reading().sentence() + circumstance(sentence);
        return switch (read(requirement.id(), sentence)) {
            case Meter.Blind(var reason) ->
                verdict(
                        requirement,
                        sentence,
                        meter,
                        Status.NO_EVIDENCE,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        List.of(),
                        reason);
            case Meter.Read read -> judged(requirement, sentence, meter, read);
        };
    }

    private Verdict judged(Requirement requirement, Sentence sentence, String meter, Meter.Read read) {
        String name = RequirementSection.target(requirement.id());
        Valuation worlds = worlds(read);
        Optional<Unit> unit = estimates.checked().sheet().find(name).flatMap(Definition::unit);
        Judge.Bar bar = new Judge.Bar(sentence.relation()::holds, worlds.values(name), unit);
        Judge.Outcome outcome = Judge.judge(meter, read, bar);
        return verdict(
                requirement,
                sentence,
                meter,
                outcome.status(),
                OptionalDouble.of(outcome.chance()),
                Optional.of(outcome.figure()),
                List.of(outcome.evidence()),
                reason(outcome.status(), read, bar, worlds));
    }

    private static Verdict verdict(
            Requirement requirement,
            Sentence sentence,
            String meter,
            Status status,
            OptionalDouble chance,
            Optional<Figure> value,
            List<Evidence> evidence,
            String reason) {
        return new Verdict(
                requirement.id(),
                requirement.ask(),
                Optional.of(sentence.typed().text()),
                Optional.of(meter),
                Optional.of(
                        sentence.relation().symbol() + " " + sentence.target().text()),
                status,
                chance,
                value,
                evidence,
                reason,
                requirement.place());
    }

    /// The circumstance in words, also where none was written and one is meant.
    private static String circumstance(Sentence sentence) {
        boolean meant = sentence.circumstance() instanceof Circumstance.Unstated && Assessor.isSimulated(sentence);
        return meant ? " at peak" : sentence.circumstance().sentence();
    }

    private static String reason(Status status, Meter.Read read, Judge.Bar bar, Valuation worlds) {
        return switch (status) {
            case UNMEASURABLE, NO_EVIDENCE -> "";
            case MET -> read.caveat().orElse("");
            case MISSED -> read.cause().orElse("");
            case AT_RISK ->
                read.cause().orElse("")
                        + Deciding.of(read.values(), Judge.met(read.values(), bar), worlds)
                                .map(name -> (read.cause().isEmpty() ? "" : "; ") + name)
                                .orElse("");
        };
    }

    private String situation(String id, Sentence sentence) {
        return Situations.of(design, id, sentence, simulated)
                .map(Situation::name)
                .orElse("peak");
    }

    private Meter read(String id, Sentence sentence) {
        String situation = situation(id, sentence);
        return switch (sentence.reading()) {
            case Reading.Latency(var statistic, Name path) ->
                level(statistic)
                        .map(level -> meters.latency(path.text(), level, situation))
                        .orElseGet(() -> new Meter.Blind(noMax()));
            case Reading.Throughput(Name path) -> meters.throughput(path.text(), situation);
            case Reading.Success(Name path) -> meters.success(path.text(), situation);
            case Reading.Fallbacks(Name path) -> meters.fallbacks(path.text(), situation);
            case Reading.Availability(Name thing) -> meters.availability(thing.text());
            case Reading.Age(var statistic, Name of) -> age(sentence, statistic, of);
            case Reading.Storage(Name data) -> meters.storage(data.text());
            case Reading.Cost(var per) -> per(id, per.isPresent(), meters.cost());
            case Reading.Energy(var per) -> per(id, per.isPresent(), meters.energy());
            case Reading.Carbon(var per) -> per(id, per.isPresent(), meters.carbon());
            case Reading.StaleReads _ -> blind(sentence, "measure it with reads after writes");
            case Reading.ModelMetric metric -> blind(sentence, Declarations.proof(metric.kind()));
            case Reading.Gap gap -> blind(sentence, Declarations.proof(gap.kind()));
            case Reading.Drift _, Reading.Skew _ -> blind(sentence, "measure it on logged data");
            case Reading.Ttft(var statistic, Name llm) ->
                level(statistic)
                        .map(level -> tokens.first(llm.text(), level, situation))
                        .orElseGet(() -> new Meter.Blind(noMax()));
            case Reading.Tpot(var statistic, Name llm) ->
                level(statistic)
                        .map(level -> tokens.between(llm.text(), level, situation))
                        .orElseGet(() -> new Meter.Blind(noMax()));
            case Reading.Declared(var kind, var _) -> blind(sentence, Declarations.proof(kind));
        };
    }

    private Meter per(String id, boolean each, Meter total) {
        return each ? meters.per(count(RequirementSection.target(id) + "_per"), total) : total;
    }

    private Meter age(Sentence sentence, Statistic statistic, Name of) {
        if (sentence.circumstance() instanceof Circumstance.During) {
            return new Meter.Blind("the age of data is not followed through a scenario yet");
        }
        return level(statistic).map(level -> meters.age(of.text(), level)).orElseGet(() -> new Meter.Blind(noMax()));
    }

    private Quantity count(String name) {
        return new Quantity(estimates.spread(name).median(), estimates.dimension(name));
    }

    private static Meter blind(Sentence sentence, String mend) {
        String what = "nothing computed here can read \"%s\""
                .formatted(sentence.reading().sentence());
        return new Meter.Blind(mend.isEmpty() ? what : what + "; " + mend);
    }

    private static String noMax() {
        return "the greatest of all has no bound that a sample could show; ask for p99.9";
    }

    private static Optional<Double> level(Statistic statistic) {
        return switch (statistic) {
            case Statistic.Percentile percentile -> Optional.of(percentile.level());
            case Statistic.Mean() -> Optional.of(MEAN);
            case Statistic.Max() -> Optional.empty();
        };
    }
}
