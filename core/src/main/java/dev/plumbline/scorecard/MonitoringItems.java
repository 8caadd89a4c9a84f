package dev.plumbline.scorecard;

import dev.plumbline.design.Component;
import dev.plumbline.design.Kind;
import dev.plumbline.design.Practice.Alarm;
import dev.plumbline.design.Practice.Dependency;
import dev.plumbline.design.Practice.On;
import dev.plumbline.design.RequirementSection;
import dev.plumbline.design.TrainedModel;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the running system is watched: items 1 to 7 of the fourth section.
final class MonitoringItems {
    private final Grounds grounds;
    private final Items items = new Items(Section.MONITORING);

    private MonitoringItems(Grounds grounds) {
        this.grounds = grounds;
    }

    static List<Mark> of(Grounds grounds) {
        MonitoringItems monitoring = new MonitoringItems(grounds);
        monitoring.dependencies();
        monitoring.invariants();
        monitoring.skew();
        monitoring.staleness();
        monitoring.alarm("Numbers stay finite", On.NUMBERS, "alarms: {finite: {on: numbers, of: <model>, owner: ...}}");
        monitoring.performance();
        monitoring.quality();
        return monitoring.items.marks();
    }

    /// What others change: external components and the sources of events.
    private void dependencies() {
        String title = "Changes of dependencies are told";
        List<String> others = new ArrayList<>(grounds.design().components().values().stream()
                .filter(component -> component.kind() == Kind.EXTERNAL)
                .map(Component::name)
                .toList());
        others.addAll(grounds.design().sources().keySet());
        Map<String, Dependency> declared = grounds.practice().dependencies();
        List<String> without =
                others.stream().filter(name -> !declared.containsKey(name)).toList();
        if (!without.isEmpty()) {
            items.none(
                    title,
                    "%s: nobody is named who changes it".formatted(Grounds.names(without)),
                    "add \"dependencies: {%s: {owner: ..., notify: ...}}\"".formatted(without.getFirst()));
            return;
        }
        Map<String, Dependency> all = new LinkedHashMap<>(declared);
        items.proofs(
                title,
                all,
                Dependency::alerting,
                "notify",
                "the design depends on nothing that others change",
                "dependencies");
    }

    private void invariants() {
        String title = "Data invariants hold";
        List<Alarm> schema = grounds.alarms(On.SCHEMA);
        List<Alarm> drift = grounds.alarms(On.DRIFT);
        List<Requirement> bounds = grounds.requirements(reading -> reading instanceof Reading.Drift);
        if (schema.isEmpty() || (drift.isEmpty() && bounds.isEmpty())) {
            String missing = schema.isEmpty() ? "schema" : "drift";
            items.none(
                    title,
                    "no alarm on %s has an owner".formatted(missing),
                    "add \"alarms: {%s: {on: %s, of: <data>, owner: ...}}\"".formatted(missing, missing));
            return;
        }
        List<Alarm> all = new ArrayList<>(schema);
        all.addAll(drift);
        automated(title, all);
    }

    /// One where every alarm is set up somewhere.
    private void automated(String title, List<Alarm> alarms) {
        String names = Grounds.names(alarms.stream().map(Alarm::name).toList());
        if (alarms.stream().allMatch(alarm -> alarm.job().isPresent())) {
            items.one(title, "set up: " + names);
        } else {
            items.half(title, "declared: " + names, "say where each alarm is set up: \"job: <file of rules>\"");
        }
    }

    private void alarm(String title, On on, String todo) {
        List<Alarm> found = grounds.alarms(on);
        if (found.isEmpty()) {
            items.none(title, "no alarm on it has an owner", "add \"%s\"".formatted(todo));
        } else {
            automated(title, found);
        }
    }

    private void skew() {
        String title = "Training and serving see the same";
        List<Requirement> bounds = grounds.requirements(reading -> reading instanceof Reading.Skew);
        List<Alarm> alarms = grounds.alarms(On.SKEW);
        if (bounds.isEmpty() && alarms.isEmpty()) {
            items.none(
                    title,
                    "nothing bounds the share of rows that differ",
                    "add a requirement, such as \"must: skew of <data> <= 0.1 %\"");
        } else if ((!bounds.isEmpty() && bounds.stream().allMatch(grounds::isMet))
                || (!alarms.isEmpty()
                        && alarms.stream().allMatch(alarm -> alarm.job().isPresent()))) {
            items.one(title, alarms.isEmpty() ? "measured as met" : "an alarm is set up");
        } else {
            items.half(
                    title,
                    bounds.isEmpty()
                            ? "an alarm is declared"
                            : "required: "
                                    + Grounds.names(
                                            bounds.stream().map(Requirement::id).toList()),
                    "name the job that compares the rows, in an alarm \"on: skew\"");
        }
    }

    /// One where the alarm on a model's age fires before the age that is tolerated, and that age is kept.
    private void staleness() {
        String title = "Models are not too stale";
        List<Requirement> ages =
                grounds.requirements(reading -> reading instanceof Reading.Age(var _, var of) && isModel(of.text()));
        List<Alarm> alarms = grounds.alarms(On.AGE).stream()
                .filter(alarm -> alarm.of().filter(this::isModel).isPresent()
                        && alarm.above().isPresent())
                .toList();
        if (alarms.isEmpty()) {
            items.none(
                    title,
                    "no alarm on a model's age has a bound and an owner",
                    "add \"alarms: {old-model: {on: age, of: <model>, above: 7 day, owner: ...}}\"");
            return;
        }
        if (ages.isEmpty()) {
            items.half(
                    title,
                    "an alarm is declared, and no age is required",
                    "add a requirement, such as \"must: p95 age of <model> <= 8 day\"");
            return;
        }
        List<String> late = ages.stream()
                .filter(age -> alarms.stream().noneMatch(alarm -> isInTime(age, alarm)))
                .map(Requirement::id)
                .toList();
        if (!late.isEmpty()) {
            items.half(
                    title,
                    "the alarm fires only beyond what %s tolerates".formatted(Grounds.names(late)),
                    "lower the alarm's \"above\"");
        } else if (ages.stream().allMatch(grounds::isMet)) {
            items.one(title, "the age is met by the schedule, and the alarm fires before it is not");
        } else {
            items.half(title, "the alarm fires in time, and the schedule does not keep the age", "train more often");
        }
    }

    private boolean isModel(String name) {
        return grounds.design().models().containsKey(name);
    }

    private boolean isInTime(Requirement age, Alarm alarm) {
        String model = age.must().orElseThrow().reading() instanceof Reading.Age(var _, var of) ? of.text() : "";
        return alarm.of().filter(model::equals).isPresent()
                && grounds.values().spread(alarm.above().orElseThrow().name()).high()
                        <= grounds.values()
                                .spread(RequirementSection.target(age.id()))
                                .low();
    }

    private void performance() {
        String title = "Latency, throughput and cost do not regress";
        List<Requirement> speed = grounds.requirements(
                reading -> reading instanceof Reading.Latency || reading instanceof Reading.Throughput);
        List<Requirement> cost = grounds.requirements(reading -> reading instanceof Reading.Cost);
        if (speed.isEmpty() || cost.isEmpty()) {
            String missing = speed.isEmpty() ? "p99 latency of <path> <= 200 ms" : "cost <= 10k USD/month";
            items.none(
                    title,
                    "no requirement bounds %s".formatted(speed.isEmpty() ? "the latency" : "the cost"),
                    "add one, such as \"must: %s\"".formatted(missing));
            return;
        }
        List<Requirement> all = new ArrayList<>(speed);
        all.addAll(cost);
        List<String> unread = all.stream()
                .filter(each -> !grounds.isRead(each))
                .map(Requirement::id)
                .toList();
        if (unread.isEmpty()) {
            items.one(title, "all %d have evidence here, and can be exported".formatted(all.size()));
        } else {
            items.half(title, "no evidence for " + Grounds.names(unread), "see what \"plumbline check\" says of it");
        }
    }

    /// Half where quality is bounded and its labels' delay is known; one where it is measured as met as well.
    private void quality() {
        String title = "Prediction quality does not regress";
        List<Requirement> floors = grounds.requirements(reading -> reading instanceof Reading.ModelMetric);
        if (floors.isEmpty()) {
            items.none(
                    title,
                    "no requirement bounds a metric of a model",
                    "add one, such as \"must: auc of <model> >= 0.8\"");
            return;
        }
        Optional<String> undated = floors.stream()
                .map(MonitoringItems::model)
                .filter(name -> Optional.ofNullable(grounds.design().models().get(name))
                        .flatMap(TrainedModel::labelsAfter)
                        .isEmpty())
                .findFirst();
        boolean proxy = !grounds.alarms(On.DRIFT).isEmpty()
                || !grounds.requirements(reading -> reading instanceof Reading.Drift)
                        .isEmpty();
        if (undated.isPresent()) {
            items.none(
                    title,
                    "nothing says when labels of %s come".formatted(undated.get()),
                    "add \"labels-after\" to models.%s".formatted(undated.get()));
        } else if (!proxy) {
            items.none(
                    title,
                    "until labels come nothing is watched in their place",
                    "add a bound on drift, which needs no labels");
        } else if (floors.stream().allMatch(grounds::isMet)) {
            items.one(title, "measured as met, with drift watched until labels come");
        } else {
            items.half(title, "bounded, with drift watched until labels come", "measure it on labelled traffic");
        }
    }

    private static String model(Requirement requirement) {
        return requirement.must().orElseThrow().reading() instanceof Reading.ModelMetric(var _, var model)
                ? model.text()
                : "";
    }
}
