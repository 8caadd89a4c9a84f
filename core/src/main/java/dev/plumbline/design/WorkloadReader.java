package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.Optional;

/// Reads how often a path is asked for.
final class WorkloadReader {
    private final Cursor cursor;

    WorkloadReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Workload read(String path, Place place) {
        return new Workload(
                path,
                cursor.amountOr("rate", Measure.ARRIVAL_RATE, "0 req/s"),
                cursor.amountOr("peak", Measure.NUMBER, "1"),
                arrivals(),
                cursor.amount("request", Measure.SIZE),
                cursor.amount("response", Measure.SIZE),
                place);
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
                .or(() -> each.scalar("trace").flatMap(file -> new TraceReader(cursor.draft()).read(file)))
                .or(() -> each.mapping("closed")
                        .flatMap(closed -> closed.varying("think", Measure.TIME)
                                .map(think ->
                                        new Arrivals.Closed(closed.amountOr("users", Measure.NUMBER, "1"), think))))
                .orElseGet(Arrivals.Poisson::new);
    }
}
