package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// Reads how often a path is asked for.
final class WorkloadReader {
    private final Cursor cursor;

    WorkloadReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Workload read(String path, Place place) {
        Arrivals arrivals = arrivals();
        Optional<Amount> request = cursor.varying("request", Measure.SIZE);
        return new Workload(
                path,
                rate(path, arrivals),
                cursor.amountOr("peak", Measure.NUMBER, "1"),
                arrivals,
                cursor.amount("priority", Measure.NUMBER),
                request.or(() -> recorded(path, arrivals)),
                cursor.amount("response", Measure.SIZE),
                place);
    }

    /// The rate as stated, or else the trace's own, or the most that the users of a closed loop can ask.
    private Amount rate(String path, Arrivals arrivals) {
        Optional<Amount> stated = cursor.amount("rate", Measure.ARRIVAL_RATE);
        if (stated.isEmpty() && arrivals instanceof Arrivals.Trace(var trace)) {
            String rate = rounded(trace.rate());
            return cursor.draft()
                    .assume(
                            path + ".rate",
                            rate + " req/s",
                            Measure.ARRIVAL_RATE,
                            cursor.place("rate"),
                            "the mean rate of \"%s\"".formatted(trace.name()),
                            "that is the mean rate of \"%s\"".formatted(trace.name()));
        }
        if (stated.isEmpty() && arrivals instanceof Arrivals.Closed(var users, var think)) {
            Expression asked = Expressions.times(
                    Expressions.name(users.name()), Expressions.literal(new Quantity(1, Dimension.REQUEST)));
            Expression most = Expressions.over(asked, Expressions.mean(think.name()));
            cursor.draft().derive(path + ".rate", most, Measure.ARRIVAL_RATE, cursor.place("rate"));
            return new Amount(path + ".rate", cursor.place("rate"));
        }
        return stated.orElseGet(() -> missing(path));
    }

    /// The mean size of recorded requests.
    private Optional<Amount> recorded(String path, Arrivals arrivals) {
        return arrivals instanceof Arrivals.Trace(var trace)
                ? trace.sizes()
                        .map(sizes -> cursor.draft()
                                .assume(
                                        path + ".request",
                                        rounded(sizes.mean()) + " B",
                                        Measure.SIZE,
                                        cursor.place("request"),
                                        "the mean size of requests in \"%s\"".formatted(trace.name()),
                                        "that is the mean size of requests in \"%s\"".formatted(trace.name())))
                : Optional.empty();
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private Amount missing(String path) {
        if (cursor.mapping("arrivals").flatMap(each -> each.scalar("trace")).isEmpty()) {
            cursor.draft()
                    .problems()
                    .error(
                            "design.missing-key",
                            cursor.place("rate"),
                            "workload \"%s\" has no \"rate\"".formatted(path),
                            "what it would say: the average arrival rate, in something counted per time",
                            "add \"rate: %s\"".formatted(Measure.ARRIVAL_RATE.example()));
        }
        return cursor.draft().assume(path + ".rate", "1 req/s", Measure.ARRIVAL_RATE, cursor.place("rate"), path);
    }

    private Arrivals arrivals() {
        Optional<Cursor> pattern = cursor.mapping("arrivals");
        if (pattern.isEmpty()) {
            return cursor.text("arrivals").equals(Optional.of("regular"))
                    ? new Arrivals.Regular()
                    : new Arrivals.Poisson();
        }
        Cursor each = pattern.get();
        return each.mapping("bursty")
                .<Arrivals>map(bursty -> new Arrivals.Bursty(
                        bursty.amountOr("times", Measure.NUMBER, "1"),
                        bursty.amountOr("for", Measure.TIME, "1 s"),
                        bursty.amountOr("every", Measure.TIME, "1 min")))
                .or(() -> each.mapping("diurnal")
                        .map(diurnal -> new Arrivals.Diurnal(
                                diurnal.amountOr("peak-at", Measure.TIME, "12 h"),
                                diurnal.amountOr("swing", Measure.NUMBER, "1"))))
                .or(() -> each.scalar("trace")
                        .flatMap(file -> new TraceReader(cursor.draft(), file).read(each))
                        .map(Arrivals.Trace::new))
                .or(() -> each.mapping("closed")
                        .flatMap(closed -> closed.varying("think", Measure.TIME)
                                .map(think ->
                                        new Arrivals.Closed(closed.amountOr("users", Measure.NUMBER, "1"), think))))
                .orElseGet(Arrivals.Poisson::new);
    }
}
