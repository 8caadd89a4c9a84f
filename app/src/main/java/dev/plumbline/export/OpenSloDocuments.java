package dev.plumbline.export;

import dev.plumbline.design.Design;
import dev.plumbline.requirement.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// OpenSLO v1: a service, its objectives, and alerts on the long windows. One condition a policy is all that OpenSLO
/// takes, so "over the long window and the short one" cannot be said; Prometheus's rules say it.
final class OpenSloDocuments {
    private static final String VERSION = "openslo/v1";
    private static final String QUERY_SOURCE = "Prometheus";

    /// OpenSLO's limit of a display name, by its Go library.
    private static final int LONGEST_NAME = 63;

    private final String service;
    private final Design design;

    OpenSloDocuments(String service, Design design) {
        this.service = service;
        this.design = design;
    }

    /// Why OpenSLO does not take an objective.
    static Optional<String> refusal(Objective objective) {
        return objective.period().openSlo().isPresent()
                ? Optional.empty()
                : Optional.of("OpenSLO has windows of whole minutes, hours, days, months or years only");
    }

    List<Exporter.Draft> files(List<Objective> objectives) {
        if (objectives.isEmpty()) {
            return List.of();
        }
        List<String> documents = new ArrayList<>();
        documents.add(document(
                "Service",
                Yaml.keys().put("name", service).put("displayName", Prose.cut(design.name(), LONGEST_NAME)),
                design.about()
                        .map(about -> Yaml.keys().put("description", Prose.cut(about, Prose.LONGEST)))
                        .orElseGet(Yaml::keys)));
        TreeSet<Integer> periods = new TreeSet<>();
        objectives.forEach(objective -> alertDays(objective).ifPresent(periods::add));
        if (!periods.isEmpty()) {
            targets(documents);
            periods.forEach(days -> alerts(days, documents));
        }
        objectives.forEach(objective -> documents.add(slo(objective)));
        List<String> hints = new ArrayList<>();
        if (!periods.isEmpty()) {
            hints.add("A policy of OpenSLO has one condition, so its alerts look at the long window alone; page by"
                    + " the rules of \"--to prometheus\", which look at a short one as well.");
        }
        if (objectives.stream().anyMatch(objective -> objective.indicator() instanceof Indicator.Gauge)) {
            hints.add("A number that is read now and then is taken once a day, or as often as makes twenty readings"
                    + " in its window.");
        }
        return List.of(new Exporter.Draft(
                service + ".openslo.yaml",
                Objective.counted(objectives.size()),
                hints,
                "---\n" + String.join("---\n", documents)));
    }

    /// The days of the policies that an objective refers to.
    private static Optional<Integer> alertDays(Objective objective) {
        boolean events = objective.indicator() instanceof Indicator.Events;
        return objective.period().days().stream()
                .filter(days -> events && days >= BurnAlert.FEWEST_DAYS)
                .boxed()
                .findFirst();
    }

    private static String document(String kind, Yaml.Keys metadata, Yaml.Keys spec) {
        return Yaml.written(Yaml.keys()
                .put("apiVersion", VERSION)
                .put("kind", kind)
                .put("metadata", metadata)
                .put("spec", spec));
    }

    private void targets(List<String> documents) {
        for (String severity : List.of("page", "ticket")) {
            documents.add(document(
                    "AlertNotificationTarget",
                    Yaml.keys().put("name", severity),
                    Yaml.keys()
                            .put(
                                    "description",
                                    "where the owner%s takes a %s"
                                            .formatted(
                                                    design.owner()
                                                            .map(owner -> " (%s)".formatted(owner))
                                                            .orElse(""),
                                                    severity))
                            .put("target", severity)));
        }
    }

    private static void alerts(int days, List<String> documents) {
        for (BurnAlert alert : BurnAlert.over(days)) {
            String name = policy(days, alert);
            documents.add(document(
                    "AlertCondition",
                    Yaml.keys().put("name", name),
                    Yaml.keys()
                            .put(
                                    "description",
                                    "%s %% of the budget of %d days are spent in %s"
                                            .formatted(Decimal.text(alert.spentPercent()), days, alert.longWindow()))
                            .put("severity", alert.severity())
                            .put(
                                    "condition",
                                    Yaml.keys()
                                            .put("kind", "burnrate")
                                            .put("op", "gt")
                                            .put("threshold", alert.factor())
                                            .put("lookbackWindow", alert.longWindow())
                                            .put("alertAfter", alert.shortWindow()))));
            documents.add(document(
                    "AlertPolicy",
                    Yaml.keys().put("name", name),
                    Yaml.keys()
                            .put("alertWhenBreaching", true)
                            .put("alertWhenNoData", true)
                            .put("alertWhenResolved", false)
                            .put("conditions", Yaml.Items.of(List.of(Yaml.keys().put("conditionRef", name))))
                            .put(
                                    "notificationTargets",
                                    Yaml.Items.of(List.of(Yaml.keys().put("targetRef", alert.severity()))))));
        }
    }

    private static String policy(int days, BurnAlert alert) {
        return "burn-%dd-%s-%s".formatted(days, alert.severity(), alert.speed());
    }

    private String slo(Objective objective) {
        Yaml.Keys annotations = Yaml.keys()
                .put("plumbline.io/requirement", objective.requirement().id())
                .put("plumbline.io/must", objective.title())
                .put("plumbline.io/place", objective.place());
        if (!objective.unit().isEmpty()) {
            annotations.put("plumbline.io/unit", objective.unit());
        }
        Yaml.Keys metadata = Yaml.keys()
                .put("name", Labels.dns(service, objective.name()))
                .put("displayName", Prose.cut(objective.title(), LONGEST_NAME))
                .put("annotations", annotations);
        boolean events = objective.indicator() instanceof Indicator.Events;
        Yaml.Keys spec = Yaml.keys()
                .put("description", Prose.description(objective))
                .put("service", service)
                .put(
                        "indicator",
                        Yaml.keys()
                                .put("metadata", Yaml.keys().put("name", Labels.dns(service, objective.name())))
                                .put("spec", indicator(objective.indicator())))
                .put("timeWindow", Yaml.Items.of(List.of(window(objective.period()))))
                .put("budgetingMethod", events ? "Occurrences" : "Timeslices")
                .put("objectives", Yaml.Items.of(List.of(threshold(objective))));
        alertDays(objective)
                .ifPresent(days -> spec.put(
                        "alertPolicies",
                        Yaml.Items.of(BurnAlert.over(days).stream()
                                .map(alert -> Yaml.keys().put("alertPolicyRef", policy(days, alert)))
                                .toList())));
        return document("SLO", metadata, spec);
    }

    private static Yaml.Keys indicator(Indicator indicator) {
        return switch (indicator) {
            case Indicator.Good(Series good, Series total) ->
                Yaml.keys()
                        .put(
                                "ratioMetric",
                                Yaml.keys()
                                        .put("counter", true)
                                        .put("good", source("sum(%s)".formatted(good.selector())))
                                        .put("total", source("sum(%s)".formatted(total.selector()))));
            case Indicator.Bad(Series bad, Series total) ->
                Yaml.keys()
                        .put(
                                "ratioMetric",
                                Yaml.keys()
                                        .put("counter", true)
                                        .put("bad", source("sum(%s) or vector(0)".formatted(bad.selector())))
                                        .put("total", source("sum(%s)".formatted(total.selector()))));
            case Indicator.Gauge gauge -> Yaml.keys().put("thresholdMetric", source(gauge.query()));
        };
    }

    private static Yaml.Keys source(String query) {
        return Yaml.keys()
                .put(
                        "metricSource",
                        Yaml.keys()
                                .put("type", QUERY_SOURCE)
                                .put("spec", Yaml.keys().put("query", query)));
    }

    private static Yaml.Keys window(Period period) {
        Yaml.Keys window = Yaml.keys().put("duration", period.openSlo().orElseThrow());
        return period.calendar()
                ? window.put("isRolling", false)
                        .put(
                                "calendar",
                                Yaml.keys()
                                        .put("startTime", new Yaml.Quoted("2026-01-01 00:00:00"))
                                        .put("timeZone", "Etc/UTC"))
                : window.put("isRolling", true);
    }

    private static Yaml.Keys threshold(Objective objective) {
        Yaml.Keys threshold = Yaml.keys().put("displayName", shown(objective));
        return switch (objective.indicator()) {
            case Indicator.Events _ -> threshold.put("target", objective.share());
            case Indicator.Gauge(var _, var _, Relation relation, BigDecimal value) ->
                threshold
                        .put("op", operator(relation))
                        .put("value", value)
                        .put("target", objective.share())
                        .put("timeSliceTarget", BigDecimal.ONE)
                        .put("timeSliceWindow", objective.period().slice());
        };
    }

    private static String shown(Objective objective) {
        return objective.title() + (objective.unit().isEmpty() ? "" : " (numbers in %s)".formatted(objective.unit()));
    }

    private static String operator(Relation relation) {
        return switch (relation) {
            case AT_MOST -> "lte";
            case LESS -> "lt";
            case AT_LEAST -> "gte";
            case MORE -> "gt";
            case EQUAL -> throw new IllegalArgumentException("An objective is never an equality.");
        };
    }
}
