package dev.plumbline.claim;

import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The peak with 2:4 sparsity, as vendors print it first, stands where a dense model's arithmetic is meant.
final class SparseForDense implements ClaimRule {
    private static final String RULE = "claim.sparse-for-dense";
    private static final Dimension SPEED = Dimension.WORK.per(Dimension.TIME);
    private static final String WHY =
            "the sparse peak counts two of four weights as zero; a dense model reaches half of it at most";
    /// Datasheets round to so much.
    private static final double ROUNDED = 0.02;

    /// How numbers are written, by the words that say so.
    private enum Precision {
        BF16,
        FP8,
        INT8,
        FP4;

        List<String> words() {
            return switch (this) {
                case BF16 -> List.of("bf16", "fp16", "half", "bfloat16");
                case FP8 -> List.of("fp8", "e4m3");
                case INT8 -> List.of("int8");
                case FP4 -> List.of("fp4", "nvfp4");
            };
        }

        String dense() {
            return words().getFirst() + "_dense";
        }
    }

    @Override
    public List<Diagnostic> of(Claimed claimed) {
        List<Diagnostic> found = new ArrayList<>();
        for (Statement statement : claimed.statements()) {
            if (statement.dimension().equals(SPEED) && !admits(statement.name())) {
                claimed.chips()
                        .meant(statement)
                        .ifPresent(chip -> of(claimed, statement, chip).ifPresent(found::add));
            }
        }
        for (String attribute : List.of("bf16_sparse", "fp8_sparse")) {
            for (Definition each : claimed.users(attribute)) {
                if (!admits(each.name())) {
                    found.add(Claimed.warning(
                            RULE,
                            claimed.place(each),
                            "\"%s\" is computed from a sparse peak, and does not say so".formatted(each.name()),
                            WHY,
                            "use \"%s\", or put \"sparse\" into the name"
                                    .formatted(attribute.replace("sparse", "dense"))));
                }
            }
        }
        return found;
    }

    /// Whether a name says that it is about the sparse figure.
    private static boolean admits(String name) {
        return name.contains("sparse") || name.contains("sparsity");
    }

    private static Optional<Diagnostic> of(Claimed claimed, Statement statement, Chips.Chip chip) {
        Optional<Precision> said = said(statement);
        Optional<Match> dense = match(claimed, statement, chip, said, 1);
        Optional<Match> sparse = match(claimed, statement, chip, said, 2);
        if (sparse.isEmpty()
                || dense.filter(each -> said.isPresent() || each.precision() == Precision.BF16)
                        .isPresent()) {
            return Optional.empty();
        }
        Match taken = sparse.get();
        if (dense.isPresent()) {
            return Optional.of(Claimed.warning(
                    RULE,
                    statement.place(),
                    "\"%s\" is %s: the dense peak of %s in %s, or the sparse one in %s"
                            .formatted(
                                    statement.name(),
                                    statement.middle(),
                                    chip.name(),
                                    dense.get().precision(),
                                    taken.precision()),
                    "a dense model in %s reaches %s at most".formatted(taken.precision(), taken.peak()),
                    "say which by its name, such as \"%s_%s\", or use \"%s\""
                            .formatted(
                                    statement.name(),
                                    dense.get().precision().words().getFirst(),
                                    taken.path())));
        }
        return Optional.of(Claimed.error(
                RULE,
                statement.place(),
                "\"%s\" is %s, the peak of %s in %s with sparsity; the dense one is %s"
                        .formatted(statement.name(), statement.middle(), chip.name(), taken.precision(), taken.peak()),
                WHY,
                "write \"%s\", or put \"sparse\" into the name".formatted(taken.path())));
    }

    private static Optional<Precision> said(Statement statement) {
        for (Precision each : Precision.values()) {
            if (statement.says(each.words())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// A peak that a value equals.
    private record Match(Precision precision, String path, Quantity peak) {}

    /// The precision whose dense peak is the value, divided by `times`.
    private static Optional<Match> match(
            Claimed claimed, Statement statement, Chips.Chip chip, Optional<Precision> said, double times) {
        for (Precision each : Precision.values()) {
            Optional<Chips.Figure> peak = claimed.chips().figure(chip, each.dense());
            boolean wanted = said.isEmpty() || said.get() == each;
            if (wanted && peak.isPresent()) {
                double ratio = statement.spread().median()
                        / (times * peak.get().spread().median());
                if (Math.abs(ratio - 1) < ROUNDED) {
                    return Optional.of(new Match(
                            each,
                            peak.get().path(),
                            new Quantity(peak.get().spread().median(), SPEED)));
                }
            }
        }
        return Optional.empty();
    }
}
