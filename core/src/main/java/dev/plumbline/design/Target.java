package dev.plumbline.design;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Dimension.Kind;
import dev.plumbline.requirement.Reading;
import java.util.function.Predicate;

/// What the target of a reading has to measure.
///
/// @param words what is due, with an example
record Target(String words, Predicate<Dimension> accepts) {
    private static final Dimension PER_TIME = Dimension.NONE.per(Dimension.TIME);

    static Target of(Reading reading) {
        return switch (reading) {
            case Reading.Latency _, Reading.Age _, Reading.Ttft _ -> of(Measure.TIME);
            case Reading.Tpot _ ->
                new Target(
                        "a time, such as 40 ms or 40 ms/token",
                        dimension -> dimension.withoutCounts().equals(Dimension.TIME));
            case Reading.Throughput _ -> rate();
            case Reading.Success _, Reading.Availability _, Reading.StaleReads _, Reading.Fallbacks _, Reading.Skew _ ->
                of(Measure.SHARE);
            case Reading.ModelMetric _, Reading.Gap _, Reading.Drift _ -> of(Measure.NUMBER);
            case Reading.Storage _ ->
                new Target("an amount of data, such as 60 GB", dimension -> dimension.equals(Dimension.DATA));
            case Reading.Cost(var per) ->
                per.isEmpty()
                        ? new Target(
                                "money per time, such as 30k USD/month",
                                dimension -> isMoney(dimension.times(Dimension.TIME)))
                        : new Target("money, such as 12 USD", Target::isMoney);
            case Reading.Energy(var per) ->
                per.isEmpty()
                        ? new Target("power, such as 20 kW", is(Dimension.ENERGY.per(Dimension.TIME)))
                        : new Target("energy, such as 3 Wh", is(Dimension.ENERGY));
            case Reading.Carbon(var per) ->
                per.isEmpty()
                        ? new Target("a mass per time, such as 2 t/month", is(Dimension.MASS.per(Dimension.TIME)))
                        : new Target("a mass, such as 3 g", is(Dimension.MASS));
        };
    }

    static Target of(Measure measure) {
        return new Target(measure.words(), measure::accepts);
    }

    static Target rate() {
        return new Target(
                Measure.ARRIVAL_RATE.words(),
                dimension -> dimension.withoutCounts().equals(PER_TIME));
    }

    static Target count() {
        return new Target(
                "something counted, such as 1k req",
                dimension -> dimension.withoutCounts().isNone() && !dimension.isNone());
    }

    static Target window() {
        return of(Measure.TIME);
    }

    private static Predicate<Dimension> is(Dimension due) {
        return dimension -> dimension.equals(due);
    }

    private static boolean isMoney(Dimension dimension) {
        return dimension.powers().size() == 1
                && dimension.powers().firstKey().kind() == Kind.MONEY
                && dimension.powers().firstEntry().getValue().toString().equals("1");
    }
}
