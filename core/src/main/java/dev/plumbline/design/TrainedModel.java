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
/// @param labelsAfter from a prediction until its label is known, seconds
public record TrainedModel(
        String name,
        Optional<Amount> every,
        Optional<Amount> takes,
        Optional<Machine> machine,
        List<String> uses,
        Optional<String> label,
        Optional<Amount> labelsAfter,
        Place place) {
    public TrainedModel {
        uses = List.copyOf(uses);
    }
}
