package dev.plumbline.scorecard;

import dev.plumbline.design.Practice.Canary;
import dev.plumbline.design.Practice.Rollout;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.design.TrainedModel.Reproducible;
import dev.plumbline.design.TrainedModel.Upkeep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the infrastructure is tested: items 1 to 7 of the third section.
final class InfrastructureItems {
    private static final String NO_MODELS = "the design trains no model";

    private final Grounds grounds;
    private final Optional<Rollout> rollout;
    private final Items items = new Items(Section.INFRASTRUCTURE);

    private InfrastructureItems(Grounds grounds) {
        this.grounds = grounds;
        this.rollout = grounds.practice().rollout();
    }

    static List<Mark> of(Grounds grounds) {
        InfrastructureItems infrastructure = new InfrastructureItems(grounds);
        Map<String, TrainedModel> models = Items.byName(grounds.models(), TrainedModel::name);
        infrastructure.reproducible(models);
        infrastructure.items.proofs(
                "Model specifications are unit tested",
                models,
                each -> each.upkeep().tests(),
                "tests",
                NO_MODELS,
                "models");
        infrastructure.items.proofs(
                "The pipeline is tested as a whole",
                models,
                each -> each.upkeep().pipelineTests(),
                "pipeline-tests",
                NO_MODELS,
                "models");
        infrastructure.items.proof(
                "Quality is validated before serving",
                infrastructure.rollout.flatMap(Rollout::gate),
                "gate",
                "rollout");
        infrastructure.items.proof(
                "One example can be followed step by step", grounds.practice().trace(), "trace", "serving");
        infrastructure.canary();
        infrastructure.rollback();
        return infrastructure.items.marks();
    }

    private void reproducible(Map<String, TrainedModel> models) {
        String title = "Training is reproducible";
        List<String> without = models.values().stream()
                .filter(model -> !isWhole(model.upkeep()))
                .map(TrainedModel::name)
                .toList();
        if (models.isEmpty()) {
            items.none(title, NO_MODELS, "declare it under \"models:\"");
        } else if (!without.isEmpty()) {
            items.none(
                    title,
                    "%s: seed, data and environment are not all said".formatted(Grounds.names(without)),
                    "add \"reproducible: {seed: ..., data: ..., environment: ...}\"");
        } else if (models.values().stream()
                .allMatch(model ->
                        model.upkeep().reproducible().flatMap(Reproducible::job).isPresent())) {
            items.one(title, "jobs train it twice and compare");
        } else {
            items.half(title, "seed, data and environment are declared", "name the job that trains twice and compares");
        }
    }

    private static boolean isWhole(Upkeep upkeep) {
        return upkeep.reproducible()
                .filter(each -> each.seed().isPresent()
                        && each.data().isPresent()
                        && each.environment().isPresent())
                .isPresent();
    }

    /// One where the canary is long enough to tell what it has to.
    private void canary() {
        String title = "A new model is tried on a few first";
        Optional<Canary> canary = rollout.flatMap(Rollout::canary);
        if (canary.isEmpty()) {
            items.none(title, "no canary is planned", "add \"canary: {share: 5 %, for: 2 day}\" to rollout");
            return;
        }
        switch (CanaryPower.of(grounds, canary.get())) {
            case CanaryPower.Unstated _ ->
                items.half(
                        title,
                        "declared; what it has to tell is not",
                        "add \"detects\" and \"base\": which change of which rate it has to show");
            case CanaryPower.Told told when told.chance() >= CanaryPower.SURE -> items.one(title, told.words());
            case CanaryPower.Told told -> items.half(title, told.words(), "make it longer, or its share larger");
        }
    }

    private void rollback() {
        String title = "A model can be rolled back";
        if (rollout.flatMap(Rollout::rollback).isEmpty()) {
            items.none(title, "no time for the way back is said", "add \"rollback: {within: 10 min}\" to rollout");
        } else if (rollout.flatMap(Rollout::rehearsed)
                .filter(proof -> proof.isAutomated())
                .isPresent()) {
            items.one(title, Grounds.words(rollout.flatMap(Rollout::rehearsed).orElseThrow()));
        } else {
            items.half(
                    title,
                    rollout.flatMap(Rollout::rehearsed)
                            .map(Grounds::words)
                            .orElse("a time is promised and nobody has tried"),
                    "name the job that rehearses it: \"rehearsed: {job: ...}\"");
        }
    }
}
