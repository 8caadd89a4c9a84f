package dev.plumbline.scorecard;

import dev.plumbline.design.Component;
import dev.plumbline.design.Data;
import dev.plumbline.design.Practice;
import dev.plumbline.design.Practice.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether the data is tested: items 1 to 7 of the first section.
final class DataItems {
    private static final String NO_FEATURES = "no features are listed, so nothing can be said of each";

    private final Grounds grounds;
    private final Items items = new Items(Section.DATA);

    private DataItems(Grounds grounds) {
        this.grounds = grounds;
    }

    static List<Mark> of(Grounds grounds) {
        DataItems data = new DataItems(grounds);
        Map<String, Feature> features = grounds.practice().features();
        data.schema();
        data.items.proofs(
                "All features are beneficial", features, Feature::ablation, "ablation", NO_FEATURES, "features");
        data.cost();
        data.policy();
        data.privacy();
        data.leadTime(features);
        data.items.proofs("Feature code is tested", features, Feature::tests, "tests", NO_FEATURES, "features");
        return data.items.marks();
    }

    private void schema() {
        String title = "Feature expectations are captured in a schema";
        List<Data> data = grounds.modelData();
        if (data.isEmpty()) {
            items.none(title, "no model says which data it uses", "add \"uses: [...]\" to a model");
            return;
        }
        List<String> without = data.stream()
                .filter(each -> each.schema().isEmpty())
                .map(Data::name)
                .toList();
        if (!without.isEmpty()) {
            items.none(
                    title,
                    "%s: \"schema\" is not said".formatted(Grounds.names(without)),
                    "add \"schema: <file>\" to %s".formatted(Grounds.names(without)));
            return;
        }
        boolean checked = data.stream()
                .allMatch(each ->
                        each.checks().filter(proof -> proof.isAutomated()).isPresent());
        if (checked) {
            items.one(title, "jobs hold the real data against it");
        } else {
            items.half(
                    title,
                    "declared for "
                            + Grounds.names(data.stream().map(Data::name).toList()),
                    "name the job that holds the real data against it: \"checks: {job: ...}\"");
        }
    }

    /// One where what holds the features is timed and priced, so that simulation and estimate count it in.
    private void cost() {
        String title = "No feature's cost is too much";
        List<Data> data = grounds.modelData();
        List<String> uncounted = data.stream()
                .filter(each -> !isCounted(each.name()))
                .map(Data::name)
                .toList();
        if (!data.isEmpty() && uncounted.isEmpty()) {
            items.one(title, "the time and the price of what holds them are in the simulation and in the cost");
            return;
        }
        Map<String, Feature> features = grounds.practice().features();
        boolean declared = !features.isEmpty()
                && features.values().stream()
                        .allMatch(
                                each -> each.time().isPresent() || each.price().isPresent());
        String todo = data.isEmpty()
                ? "add \"uses: [...]\" to a model"
                : "name the component that holds %s, with time and machine".formatted(Grounds.names(uncounted));
        if (declared) {
            items.half(title, "declared for each feature", todo);
        } else {
            items.none(
                    title,
                    data.isEmpty()
                            ? "no model says which data it uses"
                            : "no component with a time and a price holds " + Grounds.names(uncounted),
                    todo);
        }
    }

    private boolean isCounted(String data) {
        Optional<Component> holder = grounds.design().components().values().stream()
                .filter(component -> component.holds().contains(data))
                .findFirst();
        return holder.filter(component -> grounds.estimates(component.name() + ".cost"))
                .filter(component -> grounds.estimates(component.name() + ".arrivals"))
                .isPresent();
    }

    /// One where no feature and no key of the data is, by its name, what the policy forbids.
    private void policy() {
        String title = "Features keep to the policy";
        List<String> forbidden = grounds.practice().forbiddenFeatures();
        if (forbidden.isEmpty()) {
            items.none(title, "no policy is said", "add \"policy: {forbidden-features: [religion]}\"");
            return;
        }
        List<String> used = new ArrayList<>(grounds.practice().features().keySet());
        grounds.modelData().forEach(data -> data.key().ifPresent(used::add));
        List<String> broken =
                used.stream().filter(name -> isForbidden(name, forbidden)).toList();
        if (!broken.isEmpty()) {
            items.none(
                    title,
                    "%s is forbidden and is used".formatted(Grounds.names(broken)),
                    "take it out, or amend the policy");
        } else if (grounds.practice().features().isEmpty()) {
            items.half(
                    title, "declared, but no features are listed to hold against it", "list them under \"features:\"");
        } else {
            items.one(
                    title,
                    "none of the %d features is, by its name, one of the %d that are forbidden"
                            .formatted(grounds.practice().features().size(), forbidden.size()));
        }
    }

    private static boolean isForbidden(String name, List<String> forbidden) {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1));
        return forbidden.stream().anyMatch(each -> words.contains(each.toLowerCase(Locale.ROOT)));
    }

    private void privacy() {
        String title = "Privacy is controlled in the pipeline";
        Optional<Practice.Privacy> privacy = grounds.practice().privacy();
        if (privacy.isEmpty() || privacy.get().personal().isEmpty()) {
            items.none(
                    title,
                    "nothing says which data is about persons",
                    "add \"privacy: {personal: [...], erase-within: 30 day, stay-in: [...]}\"");
            return;
        }
        PrivacyCheck check = PrivacyCheck.of(grounds, privacy.get());
        if (!check.broken().isEmpty()) {
            items.none(title, check.broken().getFirst(), "shorten what is kept, move it, or change the promise");
        } else if (!check.open().isEmpty()) {
            items.half(title, check.open().getFirst(), check.todo());
        } else {
            items.one(
                    title,
                    "all of %s is gone in time and stays in place"
                            .formatted(Grounds.names(privacy.get().personal())));
        }
    }

    private void leadTime(Map<String, Feature> features) {
        String title = "New features can be added quickly";
        if (features.isEmpty()) {
            items.none(title, NO_FEATURES, "list them under \"features:\", each with its \"lead-time\"");
            return;
        }
        List<String> without = features.values().stream()
                .filter(each -> each.leadTime().isEmpty())
                .map(Feature::name)
                .toList();
        if (without.isEmpty()) {
            items.half(title, "the time from idea to use is declared", "");
        } else {
            items.none(
                    title,
                    "%s: \"lead-time\" is not said".formatted(Grounds.names(without)),
                    "say how long it took from idea to use: \"lead-time: 5 day\"");
        }
    }
}
