package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads how a system is made, tested, released and watched.
final class PracticeReader {
    private final Draft draft;
    private final Names names;
    private final Cursor root;

    PracticeReader(Draft draft, Names names, Node.Mapping root) {
        this.draft = draft;
        this.names = names;
        this.root = new Cursor(draft, "", root);
    }

    Practice read() {
        return new Practice(
                section("features", this::feature),
                top("task").map(this::task),
                top("policy").map(policy -> policy.texts("forbidden-features")).orElse(List.of()),
                top("privacy").map(this::privacy),
                top("rollout").map(PracticeReader::rollout),
                section("dependencies", PracticeReader::dependency),
                top("serving").flatMap(serving -> proof(serving, "trace")),
                section("alarms", this::alarm),
                root.texts("open"),
                root.texts("next"));
    }

    /// What is said of a model besides when it is trained.
    static TrainedModel.Upkeep upkeep(Cursor model) {
        return new TrainedModel.Upkeep(
                proof(model, "spec"),
                proof(model, "tuning"),
                proof(model, "staleness-curve"),
                model.mapping("reproducible").map(PracticeReader::reproducible),
                proof(model, "tests"),
                proof(model, "pipeline-tests"));
    }

    private static TrainedModel.Reproducible reproducible(Cursor cursor) {
        return new TrainedModel.Reproducible(
                cursor.text("seed"), cursor.text("data"), cursor.text("environment"), cursor.text("job"));
    }

    /// What stands behind a key: words, or a mapping with a job.
    static Optional<Proof> proof(Cursor cursor, String key) {
        Optional<Cursor> mapping = cursor.mapping(key);
        if (mapping.isPresent()) {
            return mapping.map(
                    each -> new Proof(each.text("job"), each.text("result").orElse("")));
        }
        return cursor.text(key).map(words -> new Proof(Optional.empty(), words));
    }

    private Optional<Cursor> top(String key) {
        return root.node()
                .get(key)
                .filter(Node.Mapping.class::isInstance)
                .map(value -> new Cursor(draft, key, (Node.Mapping) value));
    }

    private interface Each<T> {
        T read(Cursor cursor, String name, Place place);
    }

    private <T> Map<String, T> section(String key, Each<T> each) {
        Map<String, T> found = new LinkedHashMap<>();
        top(key).ifPresent(section -> {
            for (Node.Entry entry : section.node().entries()) {
                String name = entry.key().text();
                if (!name.startsWith("x-")
                        && entry.value() instanceof Node.Mapping mapping
                        && draft.named(entry.key())) {
                    Cursor cursor = new Cursor(draft, key + "." + Cursor.sheetName(name), mapping);
                    found.put(name, each.read(cursor, name, entry.key().place()));
                }
            }
        });
        return found;
    }

    private Practice.Feature feature(Cursor cursor, String name, Place place) {
        Optional<Cursor> cost = cursor.mapping("cost");
        return new Practice.Feature(
                name,
                cursor.reference("of", "data", names.data()),
                proof(cursor, "ablation"),
                cost.flatMap(each -> each.amount("time", Measure.TIME)),
                cost.flatMap(each -> each.amount("price", Measure.PRICE)),
                cursor.amount("lead-time", Measure.TIME),
                proof(cursor, "tests"),
                place);
    }

    private Practice.Task task(Cursor cursor) {
        Optional<Cursor> metrics = cursor.mapping("metrics");
        return new Practice.Task(
                cursor.text("input"),
                cursor.text("output"),
                cursor.amount("horizon", Measure.TIME),
                new Practice.Stakes(
                        cursor.text("decides"),
                        cursor.text("today"),
                        cursor.text("false-positive"),
                        cursor.text("false-negative")),
                metrics.flatMap(each -> each.text("offline")),
                metrics.flatMap(each -> each.text("online")),
                metrics.flatMap(each -> each.text("guardrail")),
                metrics.flatMap(each -> proof(each, "link")),
                cursor.mapping("baseline")
                        .map(each -> new Practice.Baseline(
                                each.text("what").orElse(""),
                                each.amount("value", Measure.ANY),
                                proof(each, "measured"))),
                cursor.text("split"),
                cursor.texts("slices"),
                cursor.node().place());
    }

    private Practice.Privacy privacy(Cursor cursor) {
        return new Practice.Privacy(
                cursor.references("personal", "source or data", Names.union(names.sources(), names.data())),
                cursor.text("purpose"),
                cursor.amount("erase-within", Measure.TIME),
                proof(cursor, "erased-by"),
                cursor.references("stay-in", "region", names.regions()),
                cursor.node().place());
    }

    private static Practice.Rollout rollout(Cursor cursor) {
        Optional<Cursor> rollback = cursor.mapping("rollback");
        return new Practice.Rollout(
                proof(cursor, "gate"),
                cursor.mapping("canary").flatMap(PracticeReader::canary),
                rollback.flatMap(each -> each.amount("within", Measure.TIME)),
                rollback.flatMap(each -> proof(each, "rehearsed")),
                cursor.node().place());
    }

    private static Optional<Practice.Canary> canary(Cursor cursor) {
        Optional<Amount> share = cursor.amount("share", Measure.SHARE);
        Optional<Amount> lasts = cursor.amount("for", Measure.TIME);
        Optional<Amount> detects = cursor.amount("detects", Measure.SHARE);
        Optional<Amount> base = cursor.amount("base", Measure.SHARE);
        return share.isEmpty() || lasts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Practice.Canary(share.get(), lasts.get(), detects, base));
    }

    private static Practice.Dependency dependency(Cursor cursor, String name, Place place) {
        return new Practice.Dependency(name, cursor.text("owner").orElse(""), proof(cursor, "notify"), place);
    }

    private Practice.Alarm alarm(Cursor cursor, String name, Place place) {
        List<String> known = new ArrayList<>();
        List.of(names.data(), names.sources(), names.models(), names.components(), names.paths())
                .forEach(known::addAll);
        return new Practice.Alarm(
                name,
                cursor.choice("on", Practice.On.class, Practice.On.ERRORS),
                cursor.reference("of", "data, source, model, component or path", known),
                cursor.amount("above", Measure.ANY),
                cursor.text("owner"),
                cursor.text("job"),
                place);
    }
}
