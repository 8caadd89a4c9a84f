package dev.plumbline.export;

import dev.plumbline.design.Design;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Sloth's own specifications, `version: "prometheus/v1"`: one file for each period, since Sloth takes the period from
/// its command line. Sloth reads OpenSLO only in an older form, and then without alerts.
final class SlothSpecs {
    private static final String WINDOW = "{{.window}}";
    private static final List<Integer> BUILT_IN = List.of(28, 30);

    private final String service;
    private final Design design;

    SlothSpecs(String service, Design design) {
        this.service = service;
        this.design = design;
    }

    /// Why Sloth does not take an objective.
    static Optional<String> refusal(Objective objective) {
        if (objective.indicator() instanceof Indicator.Gauge) {
            return Optional.of("Sloth takes shares of events, and this is a number that is read now and then");
        }
        return PrometheusRules.refusal(objective);
    }

    List<Exporter.Draft> files(List<Objective> objectives) {
        TreeMap<Integer, List<Objective>> byPeriod = new TreeMap<>();
        objectives.forEach(
                objective -> byPeriod.computeIfAbsent(objective.period().days().orElseThrow(), _ -> new ArrayList<>())
                        .add(objective));
        List<Exporter.Draft> drafts = new ArrayList<>();
        byPeriod.forEach((days, group) -> {
            String name = service + "-" + days + "d";
            boolean builtIn = BUILT_IN.contains(days);
            String windows = builtIn ? "" : " --slo-period-windows-path .";
            drafts.add(new Exporter.Draft(
                    name + ".sloth.yaml",
                    "%s over %d days".formatted(Objective.counted(group.size()), days),
                    List.of("Make rules of it by: sloth generate -i %s.sloth.yaml --default-slo-period %dd%s"
                            .formatted(name, days, windows)),
                    spec(group)));
            if (!builtIn) {
                drafts.add(new Exporter.Draft(
                        name + ".windows.yaml",
                        "alert windows of %d days, which Sloth has not built in".formatted(days),
                        List.of(),
                        windows(days)));
            }
        });
        return drafts;
    }

    private String spec(List<Objective> objectives) {
        Yaml.Keys labels = Yaml.keys().put("design", design.name());
        design.owner().ifPresent(owner -> labels.put("owner", owner));
        List<Yaml.Item> slos = objectives.stream()
                .map(objective -> new Yaml.Item("plumbline: " + objective.origin(), slo(objective)))
                .toList();
        return Yaml.written(Yaml.keys()
                .put("version", new Yaml.Quoted("prometheus/v1"))
                .put("service", service)
                .put("labels", labels)
                .put("slos", new Yaml.Items(slos)));
    }

    private Yaml slo(Objective objective) {
        Indicator.Events events = (Indicator.Events) objective.indicator();
        return Yaml.keys()
                .put("name", objective.name())
                .put("objective", Decimal.percent(objective.share()))
                .put("description", Prose.description(objective))
                .put(
                        "sli",
                        Yaml.keys()
                                .put(
                                        "events",
                                        Yaml.keys()
                                                .put("error_query", events.errorRate(WINDOW))
                                                .put(
                                                        "total_query",
                                                        new Yaml.Quoted(
                                                                events.total().rate(WINDOW)))))
                .put(
                        "alerting",
                        Yaml.keys()
                                .put("name", Labels.camel(service, objective.name(), "budget", "burn"))
                                .put("annotations", Prose.annotations(objective))
                                .put("page_alert", severity("page"))
                                .put("ticket_alert", severity("ticket")));
    }

    private static Yaml severity(String word) {
        return Yaml.keys().put("labels", Yaml.keys().put("severity", word));
    }

    private static String windows(int days) {
        List<BurnAlert> alerts = BurnAlert.over(days);
        Yaml.Keys spec = Yaml.keys().put("sloPeriod", days + "d");
        for (String severity : List.of("page", "ticket")) {
            Yaml.Keys speeds = Yaml.keys();
            alerts.stream().filter(alert -> alert.severity().equals(severity)).forEach(alert -> {
                BigDecimal percent = alert.spentPercent();
                speeds.put(
                        alert.speed(),
                        Yaml.keys()
                                .put("errorBudgetPercent", percent)
                                .put("shortWindow", alert.shortWindow())
                                .put("longWindow", alert.longWindow()));
            });
            spec.put(severity, speeds);
        }
        return Yaml.written(Yaml.keys()
                .put("apiVersion", "sloth.slok.dev/v1")
                .put("kind", "AlertWindows")
                .put("spec", spec));
    }
}
