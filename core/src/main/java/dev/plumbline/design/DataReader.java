package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Node;
import java.util.Optional;
import java.util.Set;

/// Reads sources, data and trained models.
final class DataReader {
    private final Draft draft;
    private final Names names;

    DataReader(Draft draft, Names names) {
        this.draft = draft;
        this.names = names;
    }

    EventSource source(Cursor cursor, String name, Place place) {
        return new EventSource(
                name,
                cursor.amountOr("rate", Measure.ARRIVAL_RATE, "0 event/s"),
                cursor.amount("size", Measure.SIZE),
                cursor.varying("late", Measure.TIME),
                cursor.amount("keep", Measure.TIME),
                cursor.amount("encoded", Measure.SHARE),
                cursor.amount("copies", Measure.NUMBER),
                place);
    }

    Data data(Cursor cursor, String name, Place place) {
        Set<String> origins = Names.union(names.sources(), names.data());
        return new Data(
                name,
                cursor.references("from", "source or data", origins),
                cursor.text("key"),
                cursor.amount("rows", Measure.COUNT),
                cursor.amount("size", Measure.SIZE),
                cursor.amount("window", Measure.TIME),
                compute(cursor),
                cursor.varying("lag", Measure.TIME),
                cursor.amount("keep", Measure.TIME),
                cursor.text("schema"),
                PracticeReader.proof(cursor, "checks"),
                cursor.references("region", "region", names.regions()),
                place);
    }

    private static Data.Compute compute(Cursor cursor) {
        Optional<Cursor> batch = cursor.mapping("compute").flatMap(compute -> compute.mapping("batch"));
        if (batch.isPresent()) {
            return new Data.Compute.Batch(
                    batch.get().amountOr("every", Measure.TIME, "1 day"),
                    batch.get().amountOr("takes", Measure.TIME, "0 s"));
        }
        return switch (cursor.text("compute").orElse("")) {
            case "stream" -> new Data.Compute.Stream();
            case "on-demand" -> new Data.Compute.OnDemand();
            default -> new Data.Compute.Unstated();
        };
    }

    TrainedModel model(Cursor cursor, String name, Place place) {
        return new TrainedModel(
                name,
                cursor.scalar("trains").flatMap(text -> every(cursor, text)),
                cursor.amount("takes", Measure.TIME),
                cursor.scalar("on").flatMap(text -> MachineReader.read(draft, text)),
                cursor.references("uses", "data", names.data()),
                cursor.text("label"),
                cursor.varying("labels-after", Measure.TIME),
                PracticeReader.upkeep(cursor),
                place);
    }

    /// `every 1 day`
    private Optional<Amount> every(Cursor cursor, Node.Scalar text) {
        String word = "every ";
        if (!text.text().startsWith(word)) {
            draft.problems()
                    .error(
                            "design.trains",
                            text.place(),
                            "\"%s\" does not say how often".formatted(text.text()),
                            "a model is trained again after a time",
                            "write \"every 1 day\"");
            return Optional.empty();
        }
        return Optional.of(draft.definePart(cursor.owner() + ".trains", text, word.length(), Measure.TIME));
    }
}
