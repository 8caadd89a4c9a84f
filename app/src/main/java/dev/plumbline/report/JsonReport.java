package dev.plumbline.report;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.assessment.Evidence;
import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.PathResult;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.assessment.Writing;
import dev.plumbline.diagnosis.Cause;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An assessment as JSON, after `schema/report.schema.json`. Each key is always there: what is not known is `null`, and
/// so is an end of an interval that grows without bound. The same input, seed and version give the same bytes, but for
/// `run.seconds`.
///
/// @param version Plumbline's version
public record JsonReport(String version) {
    /// The order in which statistics are written: by size, not by name.
    private static final List<String> STATISTICS = List.of("mean", "p50", "p90", "p95", "p99", "p999");

    private static final String PEAK = "peak";

    /// The whole assessment.
    public String of(Assessment assessment) {
        ObjectNode root = Json.object();
        root.put("plumbline", version);
        root.put("design", assessment.design());
        root.put("file", assessment.file());
        ArrayNode requirements = root.putArray("requirements");
        assessment.verdicts().forEach(verdict -> requirements.add(verdict(verdict)));
        root.set("findings", findings(assessment.findings()));
        ScenarioResult peak = assessment.scenarios().getOrDefault(PEAK, nothing(PEAK));
        results(root, peak);
        ObjectNode scenarios = root.putObject("scenarios");
        assessment.scenarios().forEach((name, scenario) -> {
            if (!name.equals(PEAK)) {
                results(scenarios.putObject(name), scenario);
            }
        });
        ArrayNode assumed = root.putArray("assumed");
        assessment
                .assumed()
                .forEach(one -> assumed.addObject().put("what", one.what()).put("why", one.why()));
        root.set("run", run(assessment.run()));
        return Json.written(root);
    }

    /// One scenario alone, in depth.
    ///
    /// @param causes by path, why its slow requests are slow
    public String of(String design, ScenarioResult scenario, SortedMap<String, List<Cause>> causes, Run run) {
        ObjectNode root = Json.object();
        root.put("plumbline", version);
        root.put("design", design);
        root.put("scenario", scenario.scenario());
        results(root, scenario);
        scenario.paths().forEach((name, path) -> {
            ObjectNode node = (ObjectNode) root.get("paths").get(name);
            node.set("profile", path.profile().map(ProfileJson::of).orElseGet(Json::nothing));
            path.writing().ifPresent(writing -> node.set("tokens", tokens(writing)));
            ArrayNode array = node.putArray("causes");
            causes.getOrDefault(name, List.of()).forEach(cause -> array.add(cause(cause)));
        });
        ArrayNode calls = root.putArray("calls");
        scenario.calls().forEach(call -> calls.add(ProfileJson.of(call)));
        root.set("course", scenario.chronicle().map(ChronicleJson::of).orElseGet(Json::nothing));
        root.set("run", run(run));
        return Json.written(root);
    }

    private static ObjectNode tokens(Writing writing) {
        ObjectNode node = Json.object();
        ObjectNode first = node.putObject("ttft");
        writing.first().forEach((statistic, interval) -> first.set(statistic, interval(interval)));
        ObjectNode between = node.putObject("tpot");
        writing.between().forEach((statistic, interval) -> between.set(statistic, interval(interval)));
        return node;
    }

    private static ObjectNode cause(Cause cause) {
        ObjectNode node = Json.object();
        node.put("rule", cause.rule());
        node.put("component", cause.component());
        node.set("share", Json.number(cause.share()));
        node.set("place", place(cause.place()));
        node.put("what", cause.what());
        node.put("why", cause.why());
        node.put("mend", cause.mend());
        return node;
    }

    /// The faults of a design that does not read.
    public String of(Refusal refusal) {
        ObjectNode root = Json.object();
        root.put("plumbline", version);
        root.put("file", refusal.file());
        root.set("findings", findings(refusal.faults()));
        return Json.written(root);
    }

    static ArrayNode findings(List<Diagnostic> findings) {
        ArrayNode array = Json.object().putArray("findings");
        for (Diagnostic finding : findings) {
            ObjectNode node = array.addObject();
            node.put("rule", finding.rule());
            node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            node.set("place", place(finding.place()));
            node.put("what", finding.what());
            node.put("why", finding.why());
            ArrayNode mends = node.putArray("mends");
            if (!finding.mend().isEmpty()) {
                mends.addObject().put("text", finding.mend());
            }
        }
        return array;
    }

    private static ScenarioResult nothing(String scenario) {
        return new ScenarioResult(scenario, new TreeMap<>(), new TreeMap<>(), List.of());
    }

    static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = Json.object();
        node.put("id", verdict.id());
        node.set("ask", Json.text(verdict.ask()));
        node.set("must", Json.text(verdict.must()));
        node.put("status", verdict.status().words());
        if (verdict.chance().isPresent()) {
            node.set("chance", Json.number(verdict.chance().getAsDouble()));
        } else {
            node.putNull("chance");
        }
        if (verdict.value().isPresent()) {
            node.set("value", figure(verdict.value().get()));
        } else {
            node.putNull("value");
        }
        ArrayNode evidence = node.putArray("evidence");
        verdict.evidence().forEach(one -> evidence.add(evidence(one)));
        node.put("reason", verdict.reason());
        node.set("place", place(verdict.place()));
        return node;
    }

    private static ObjectNode evidence(Evidence evidence) {
        ObjectNode node = Json.object();
        node.put("meter", evidence.meter());
        node.put("kind", evidence.kind().words());
        node.put("engine", evidence.engine());
        node.set("value", figure(evidence.figure()));
        ArrayNode trace = node.putArray("trace");
        evidence.trace().forEach(trace::add);
        return node;
    }

    static ObjectNode figure(Figure figure) {
        return interval(figure.interval()).put("unit", figure.unit());
    }

    static ObjectNode interval(Interval interval) {
        ObjectNode node = Json.object();
        node.set("value", Json.number(interval.value()));
        node.set("low", Json.number(interval.low()));
        node.set("high", Json.number(interval.high()));
        return node;
    }

    private static ObjectNode place(Place place) {
        return Json.object().put("file", place.file()).put("line", place.line()).put("column", place.column());
    }

    private static void results(ObjectNode into, ScenarioResult scenario) {
        ObjectNode paths = into.putObject("paths");
        scenario.paths().forEach((name, path) -> paths.set(name, path(path)));
        ObjectNode components = into.putObject("components");
        scenario.components().forEach((name, component) -> components.set(name, component(component)));
    }

    private static ObjectNode path(PathResult path) {
        ObjectNode node = Json.object();
        node.put("requests", path.requests());
        node.put("answered", path.answered());
        node.put("fallback", path.fallback());
        node.put("timedOut", path.timedOut());
        node.put("shed", path.shed());
        node.put("failed", path.failed());
        node.put("running", path.running());
        ObjectNode latency = node.putObject("latency");
        for (Map.Entry<String, Interval> statistic : ordered(path.latency())) {
            latency.set(statistic.getKey(), interval(statistic.getValue()));
        }
        node.set("saturation", Json.text(path.saturation()));
        return node;
    }

    private static List<Map.Entry<String, Interval>> ordered(SortedMap<String, Interval> latency) {
        return latency.entrySet().stream()
                .sorted((a, b) -> Integer.compare(STATISTICS.indexOf(a.getKey()), STATISTICS.indexOf(b.getKey())))
                .toList();
    }

    private static ObjectNode component(ComponentResult component) {
        ObjectNode node = Json.object();
        node.set("rate", interval(component.rate()));
        node.set("busy", interval(component.busy()));
        node.set("waiting", interval(component.waiting()));
        node.set("batch", interval(component.batch()));
        node.set("offered", interval(component.offered()));
        component.replicas().ifPresent(replicas -> node.set("replicas", interval(replicas)));
        return node;
    }

    static ObjectNode run(Run run) {
        ObjectNode node = Json.object();
        node.put("seed", run.seed());
        node.put("worlds", run.worlds());
        node.put("requests", run.requests());
        node.put("events", run.events());
        node.set("seconds", Json.exact("%.3f".formatted(run.seconds())));
        return node;
    }
}
