package dev.plumbline.ask;

import dev.plumbline.house.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sets of labelled sentences, and what the reader has to reach on each.
enum LabelledAsks {
    SAMPLE("the published sample", "requirements.csv", 0.99, 0.95, 0.95),
    FOUR_BATCHES("four batches", "asks.csv", 0.99, 0.98, 0.95),
    OTHER_WORDS("other words", "asks-held-out.csv", 0.96, 0.95, 0.64),
    SECOND("second", "asks-second.csv", 0.98, 0.94, 0.9),
    THIRD("third", "asks-third.csv", 0.99, 0.95, 0.95),
    FOURTH("fourth", "asks-fourth.csv", 0.99, 0.92, 0.95),
    FIFTH("fifth", "asks-fifth.csv", 0.98, 0.95, 0.9),
    SIXTH("sixth", "asks-sixth.csv", 0.99, 0.95, 0.92),
    /// Whose mistakes nobody has looked at, so that they still tell what to expect.
    KEPT_BACK("kept back", "asks-kept-back.csv", 0.99, 0.86, 0.81);

    private final String title;
    private final String file;
    final double f1;
    final double kind;
    final double missing;

    LabelledAsks(String title, String file, double f1, double kind, double missing) {
        this.title = title;
        this.file = file;
        this.f1 = f1;
        this.kind = kind;
        this.missing = missing;
    }

    /// What is reached; empty where the set is not there, since the sample is others' and not committed.
    Optional<Score> score() {
        return rows().map(Score::of);
    }

    private Optional<List<Map<String, String>>> rows() {
        if (this == SAMPLE) {
            return Cases.table(file);
        }
        try {
            return Optional.of(Cases.rows(Files.readString(Path.of("src/test/resources", file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
