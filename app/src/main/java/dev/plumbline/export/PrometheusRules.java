package dev.plumbline.export;

import dev.plumbline.design.Design;
import dev.plumbline.requirement.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Recording rules and alerts with the names that Sloth gives them, so that its dashboards show them; and what Sloth
/// lacks: an alert when a metric has gone, a guard for services that are rarely used, and alerts on gauges.
final class PrometheusRules {
    private static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");
    private static final String GONE_FOR = "10m";
    private static final String SHORT_FOR = "1h";

    private final String service;
    private final Design design;
    private final Stamp stamp;
    private final OptionalInt guard;

    PrometheusRules(String service, Design design, Stamp stamp, OptionalInt guard) {
        this.service = service;
        this.design = design;
        this.stamp = stamp;
        this.guard = guard;
    }

    /// Why Prometheus cannot hold an objective.
    static Optional<String> refusal(Objective objective) {
        if (objective.indicator() instanceof Indicator.Gauge) {
            return Optional.empty();
        }
        int days = objective.period().days().orElse(0);
        return days >= BurnAlert.FEWEST_DAYS
                ? Optional.empty()
                : Optional.of("its window is not a whole number of days from %d up, and alert windows reach 3 days back"
                        .formatted(BurnAlert.FEWEST_DAYS));
    }

    List<Exporter.Draft> files(List<Objective> objectives) {
        if (objectives.isEmpty()) {
            return List.of();
        }
        List<Yaml.Item> groups = new ArrayList<>();
        for (Objective objective : objectives) {
            String comment = "plumbline: " + objective.origin();
            switch (objective.indicator()) {
                case Indicator.Events events -> {
                    Rules rules = new Rules(objective, events);
                    groups.add(group("sloth-slo-sli-recordings-", objective, rules.recordings(), comment));
                    groups.add(group("sloth-slo-meta-recordings-", objective, rules.meta(), ""));
                    groups.add(group("sloth-slo-alerts-", objective, rules.alerts(), ""));
                    groups.add(group("plumbline-absence-", objective, List.of(absence(objective, events)), ""));
                }
                case Indicator.Gauge gauge ->
                    groups.add(group("plumbline-readings-", objective, readings(objective, gauge), comment));
            }
        }
        List<String> hints = guard.isPresent()
                ? List.of("Alerts fire only when %d events or more were bad in the long window."
                        .formatted(guard.getAsInt()))
                : List.of();
        return List.of(new Exporter.Draft(
                service + ".rules.yaml",
                "%d groups of rules for %s".formatted(groups.size(), Objective.counted(objectives.size())),
                hints,
                Yaml.written(Yaml.keys().put("groups", new Yaml.Items(groups)))));
    }

    private Yaml.Item group(String prefix, Objective objective, List<Yaml.Keys> rules, String comment) {
        return new Yaml.Item(
                comment, Yaml.keys().put("name", prefix + id(objective)).put("rules", Yaml.Items.of(rules)));
    }

    private String id(Objective objective) {
        return service + "-" + objective.name();
    }

    private Yaml.Keys labels(Objective objective) {
        Yaml.Keys labels = Yaml.keys();
        design.owner().ifPresent(owner -> labels.put("owner", owner));
        return labels.put("sloth_id", id(objective))
                .put("sloth_service", service)
                .put("sloth_slo", objective.name());
    }

    private static Yaml.Keys record(String name, String expression, Yaml.Keys labels) {
        return Yaml.keys().put("record", name).put("expr", expression).put("labels", labels);
    }

    private static Yaml.Keys alert(String name, String expression, String lasting, Yaml.Keys labels, Yaml.Keys notes) {
        Yaml.Keys alert = Yaml.keys().put("alert", name).put("expr", expression);
        if (!lasting.isEmpty()) {
            alert.put("for", lasting);
        }
        return alert.put("labels", labels).put("annotations", notes);
    }

    /// The rules of one objective over events.
    private final class Rules {
        private final Objective objective;
        private final Indicator.Events events;
        private final int days;
        private final String period;
        private final String selector;
        private final BigDecimal budget;

        Rules(Objective objective, Indicator.Events events) {
            this.objective = objective;
            this.events = events;
            this.days = objective.period().days().orElseThrow();
            this.period = Period.prometheus(days);
            this.selector = "{sloth_id=\"%s\", sloth_service=\"%s\", sloth_slo=\"%s\"}"
                    .formatted(id(objective), service, objective.name());
            this.budget = Decimal.rest(objective.share());
        }

        List<Yaml.Keys> recordings() {
            List<Yaml.Keys> rules = new ArrayList<>();
            for (String window : WINDOWS) {
                rules.add(PrometheusRules.record(
                        "slo:sli_error:ratio_rate" + window,
                        ratio(window),
                        labels(objective).put("sloth_window", window)));
            }
            String shortest = "slo:sli_error:ratio_rate5m%s[%s]".formatted(selector, period);
            rules.add(PrometheusRules.record(
                    "slo:sli_error:ratio_rate" + period,
                    "sum_over_time(%s)\n/ ignoring (sloth_window)\ncount_over_time(%s)\n".formatted(shortest, shortest),
                    labels(objective).put("sloth_window", period)));
            return rules;
        }

        /// Where nothing happens there is no ratio. Without the condition 0 / 0 would be recorded, and the sum over the
        /// period would be no number for as long as that is in it.
        private String ratio(String window) {
            return "(%s)\n/\n(%s > 0)\n"
                    .formatted(events.errorRate(window), events.total().rate(window));
        }

        List<Yaml.Keys> meta() {
            String burn = """
                    slo:sli_error:ratio_rate%s%s
                    / on(sloth_id, sloth_slo, sloth_service) group_left
                    slo:error_budget:ratio%s
                    """;
            return List.of(
                    meta("slo:objective:ratio", "vector(%s)".formatted(Decimal.text(objective.share()))),
                    meta("slo:error_budget:ratio", "vector(%s)".formatted(Decimal.text(budget))),
                    meta("slo:time_period:days", "vector(%d)".formatted(days)),
                    meta("slo:current_burn_rate:ratio", burn.formatted("5m", selector, selector)),
                    meta("slo:period_burn_rate:ratio", burn.formatted(period, selector, selector)),
                    meta("slo:period_error_budget_remaining:ratio", "1 - slo:period_burn_rate:ratio" + selector),
                    PrometheusRules.record(
                            "sloth_slo_info",
                            "vector(1)",
                            labels(objective)
                                    .put("sloth_mode", "plumbline-export")
                                    .put(
                                            "sloth_objective",
                                            new Yaml.Quoted(Decimal.text(Decimal.percent(objective.share()))))
                                    .put("sloth_spec", "prometheus/v1")
                                    .put("sloth_version", "plumbline-" + stamp.version())));
        }

        private Yaml.Keys meta(String name, String expression) {
            return PrometheusRules.record(name, expression, labels(objective));
        }

        List<Yaml.Keys> alerts() {
            return List.of(alerts("page"), alerts("ticket"));
        }

        private Yaml.Keys alerts(String severity) {
            List<String> conditions =
                    BurnAlert.over(days, severity).stream().map(this::condition).toList();
            Yaml.Keys notes = Prose.annotations(objective)
                    .put(
                            "title",
                            new Yaml.Quoted(
                                    "(%s) {{$labels.sloth_service}} {{$labels.sloth_slo}} burns its error budget"
                                                    .formatted(severity)
                                            + " too fast"));
            return alert(
                    Labels.camel(service, objective.name(), "budget", "burn"),
                    String.join("or\n", conditions),
                    "",
                    Yaml.keys().put("severity", severity).put("sloth_severity", severity),
                    notes);
        }

        private String condition(BurnAlert alert) {
            StringBuilder out = new StringBuilder("(\n    ");
            out.append(burning(alert.shortWindow(), alert.factor()))
                    .append("    and\n    ")
                    .append(burning(alert.longWindow(), alert.factor()));
            guard.ifPresent(fewest -> out.append(
                    "    and on()\n    ((%s) >= %d)\n".formatted(events.errors(alert.longWindow()), fewest)));
            return out.append(")\n").toString();
        }

        private String burning(String window, BigDecimal factor) {
            return "max(slo:sli_error:ratio_rate%s%s > (%s * %s)) without (sloth_window)\n"
                    .formatted(window, selector, Decimal.text(factor), Decimal.text(budget));
        }
    }

    /// Silence is not health: no series, no error ratio, no alert.
    private Yaml.Keys absence(Objective objective, Indicator.Events events) {
        String gone = "absent(%s)".formatted(events.total().selector());
        String expression = switch (events) {
            case Indicator.Good(Series good, var _) -> "%s\nor\nabsent(%s)\n".formatted(gone, good.selector());
            case Indicator.Bad _ -> gone;
        };
        return gone(objective, expression);
    }

    private Yaml.Keys gone(Objective objective, String expression) {
        return alert(
                Labels.camel(service, objective.name(), "absent"),
                expression,
                GONE_FOR,
                labels(objective).put("severity", "ticket").put("sloth_severity", "ticket"),
                Prose.annotations(objective)
                        .put(
                                "title",
                                "nothing has been measured for %s, so nobody knows whether it is met"
                                        .formatted(objective.requirement().id())));
    }

    private List<Yaml.Keys> readings(Objective objective, Indicator.Gauge gauge) {
        Yaml.Keys missed = alert(
                Labels.camel(service, objective.name(), "missed"),
                "%s %s %s".formatted(gauge.query(), misses(gauge.relation()), Decimal.text(gauge.value())),
                SHORT_FOR,
                labels(objective).put("severity", "ticket").put("sloth_severity", "ticket"),
                Prose.annotations(objective)
                        .put(
                                "title",
                                new Yaml.Quoted("%s is at {{ $value }}"
                                        .formatted(objective.requirement().id()))));
        return List.of(
                missed, gone(objective, "absent(%s)".formatted(gauge.series().selector())));
    }

    private static String misses(Relation relation) {
        return switch (relation) {
            case AT_MOST -> ">";
            case LESS -> ">=";
            case AT_LEAST -> "<";
            case MORE -> "<=";
            case EQUAL -> "!=";
        };
    }
}
