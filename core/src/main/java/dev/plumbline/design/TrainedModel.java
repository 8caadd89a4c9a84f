package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/// How a model is trained.
///
/// @param every from one training's start to the next, seconds
/// @param takes how long a training takes, seconds
/// @param machine what it is trained on
/// @param uses the data it reads
/// @param label what it predicts
/// @param upkeep how it is specified, tuned, tested and made again
/// @param labelsAfter from a prediction until its label is known, seconds
public record TrainedModel(
        String name,
        Optional<Amount> every,
        Optional<Amount> takes,
        Optional<Machine> machine,
        List<String> uses,
        Optional<String> label,
        Optional<Amount> labelsAfter,
        Upkeep upkeep,
        Place place) {
    public TrainedModel {
        uses = List.copyOf(uses);
    }

    /// How it is specified, tuned, tested and made again.
    ///
    /// @param stalenessCurve what its quality loses as it grows old
    /// @param pipelineTests what runs the whole pipeline on a small snapshot
    public record Upkeep(
            Optional<Proof> spec,
            Optional<Proof> tuning,
            Optional<Proof> stalenessCurve,
            Optional<Reproducible> reproducible,
            Optional<Proof> tests,
            Optional<Proof> pipelineTests) {}

    /// What it takes to train the same model again.
    ///
    /// @param job what trains it twice and compares
    public record Reproducible(
            Optional<String> seed, Optional<String> data, Optional<String> environment, Optional<String> job) {}
}
