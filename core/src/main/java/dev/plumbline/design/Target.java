package dev.plumbline.design;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Dimension.Kind;
import dev.plumbline.quantity.Due;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.RequirementKind;
import java.util.function.Predicate;

/// What the target of a reading has to measure.
///
/// @param words what is due, with an example
/// @param wanted the dimension that is asked for
record Target(String words, Due.Wanted wanted, Predicate<Dimension> accepts) {
    private static final Dimension PER_TIME = Dimension.NONE.per(Dimension.TIME);

    static Target of(Reading reading) {
        return switch (reading) {
            case Reading.Latency _, Reading.Age _, Reading.Ttft _ -> of(Measure.TIME);
            case Reading.Tpot _ -> upToCounts("a time, such as 40 ms or 40 ms/token", Dimension.TIME);
            case Reading.Throughput _ -> rate();
            case Reading.Success _, Reading.Availability _, Reading.StaleReads _, Reading.Fallbacks _, Reading.Skew _ ->
                of(Measure.SHARE);
            case Reading.ModelMetric _, Reading.Gap _, Reading.Drift _ -> of(Measure.NUMBER);
            case Reading.Declared(var kind, var _) ->
                of(
                        kind == RequirementKind.RESIDENCY || kind == RequirementKind.EXPLAINABILITY
                                ? Measure.SHARE
                                : Measure.TIME);
            case Reading.Storage _ -> exactly("an amount of data, such as 60 GB", Dimension.DATA);
            case Reading.Cost(var per) ->
                per.isEmpty()
                        ? new Target(
                                "money per time, such as 30k USD/month",
                                new Due.Wanted.Money(Dimension.TIME),
                                dimension -> isMoney(dimension.times(Dimension.TIME)))
                        : new Target("money, such as 12 USD", new Due.Wanted.Money(Dimension.NONE), Target::isMoney);
            case Reading.Energy(var per) ->
                per.isEmpty()
                        ? exactly("power, such as 20 kW", Dimension.ENERGY.per(Dimension.TIME))
                        : exactly("energy, such as 3 Wh", Dimension.ENERGY);
            case Reading.Carbon(var per) ->
                per.isEmpty()
                        ? exactly("a mass per time, such as 2 t/month", Dimension.MASS.per(Dimension.TIME))
                        : exactly("a mass, such as 3 g", Dimension.MASS);
        };
    }

    static Target of(Measure measure) {
        return new Target(measure.words(), measure.wanted(), measure::accepts);
    }

    static Target rate() {
        return upToCounts(Measure.ARRIVAL_RATE.words(), PER_TIME);
    }

    static Target count() {
        return new Target(
                "something counted, such as 1k req",
                Measure.COUNT.wanted(),
                dimension -> dimension.withoutCounts().isNone() && !dimension.isNone());
    }

    static Target window() {
        return of(Measure.TIME);
    }

    private static Target exactly(String words, Dimension due) {
        return new Target(words, new Due.Wanted.Exactly(due), dimension -> dimension.equals(due));
    }

    private static Target upToCounts(String words, Dimension due) {
        return new Target(
                words,
                new Due.Wanted.UpToCounts(due),
                dimension -> dimension.withoutCounts().equals(due));
    }

    private static boolean isMoney(Dimension dimension) {
        return dimension.powers().size() == 1
                && dimension.powers().firstKey().kind() == Kind.MONEY
                && dimension.powers().firstEntry().getValue().toString().equals("1");
    }
}
