package dev.plumbline.scorecard;

import dev.plumbline.design.Practice;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the model is tested: items 1 to 7 of the second section.
final class ModelItems {
    private static final String NO_MODELS = "the design trains no model";

    private final Grounds grounds;
    private final Items items = new Items(Section.MODEL);

    private ModelItems(Grounds grounds) {
        this.grounds = grounds;
    }

    static List<Mark> of(Grounds grounds) {
        ModelItems model = new ModelItems(grounds);
        Map<String, TrainedModel> models = Items.byName(grounds.models(), TrainedModel::name);
        model.items.proofs(
                "Specifications are reviewed and kept",
                models,
                each -> each.upkeep().spec(),
                "spec",
                NO_MODELS,
                "models");
        model.metrics();
        model.items.proofs(
                "Hyperparameters are tuned", models, each -> each.upkeep().tuning(), "tuning", NO_MODELS, "models");
        model.items.proofs(
                "The effect of staleness is known",
                models,
                each -> each.upkeep().stalenessCurve(),
                "staleness-curve",
                NO_MODELS,
                "models");
        model.baseline();
        model.slices();
        model.inclusion();
        return model.items.marks();
    }

    private void metrics() {
        String title = "Offline and online metrics move together";
        List<String> missing = new ArrayList<>();
        Optional<Practice.Task> task = grounds.practice().task();
        if (task.flatMap(Practice.Task::offline).isEmpty()) {
            missing.add("offline");
        }
        if (task.flatMap(Practice.Task::online).isEmpty()) {
            missing.add("online");
        }
        if (task.flatMap(Practice.Task::link).isEmpty()) {
            missing.add("link");
        }
        if (!missing.isEmpty()) {
            items.none(
                    title,
                    "%s is not said of the task's metrics".formatted(String.join(", ", missing)),
                    "add \"metrics: {offline: ..., online: ..., link: ...}\" to task");
            return;
        }
        items.proof(title, task.flatMap(Practice.Task::link), "link", "the metrics of task");
    }

    private void baseline() {
        String title = "A simpler model is not better";
        Optional<Practice.Baseline> baseline = grounds.practice().task().flatMap(Practice.Task::baseline);
        if (baseline.isEmpty() || baseline.get().value().isEmpty()) {
            items.none(
                    title,
                    baseline.isEmpty() ? "no baseline is named" : "the baseline has no number",
                    "add \"baseline: {what: ..., value: ...}\" to task");
            return;
        }
        if (baseline.get().measured().filter(proof -> proof.isAutomated()).isPresent()) {
            items.one(title, Grounds.words(baseline.get().measured().orElseThrow()));
        } else {
            items.half(
                    title,
                    "the baseline is %s, with a number".formatted(baseline.get().what()),
                    "name the job that measures it: \"measured: {job: ...}\"");
        }
    }

    private void slices() {
        String title = "Quality is sufficient in every slice";
        List<Requirement> floors = grounds.requirements(reading -> reading instanceof Reading.ModelMetric).stream()
                .filter(Grounds::hasFloors)
                .toList();
        ofRequirements(
                title,
                floors,
                "no requirement names a floor for segments",
                "add one, such as \"must: recall of %s >= 80 %% for every segment of country\"".formatted(aModel()));
    }

    private void inclusion() {
        ofRequirements(
                "The model is tested for inclusion",
                grounds.requirements(reading -> reading instanceof Reading.Gap),
                "no requirement bounds the gap between groups",
                "add one, such as \"must: gap of true-positive-rate of %s across gender <= 5 %%\"".formatted(aModel()));
    }

    /// Half for requirements, one where evidence says that each is met.
    private void ofRequirements(String title, List<Requirement> found, String nothing, String todo) {
        if (found.isEmpty()) {
            items.none(title, nothing, todo);
            return;
        }
        String ids = Grounds.names(found.stream().map(Requirement::id).toList());
        if (found.stream().allMatch(grounds::isMet)) {
            items.one(title, "met: " + ids);
        } else {
            items.half(title, "required and not measured as met: " + ids, "measure it on labelled traffic");
        }
    }

    private String aModel() {
        return grounds.models().stream().map(TrainedModel::name).findFirst().orElse("<model>");
    }
}
