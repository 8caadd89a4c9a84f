package dev.plumbline.report;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings, and requirements that are missed or at risk, as SARIF 2.1.0 (OASIS, 2020), which code hosts show beside
/// the
/// line.
///
/// @param version Plumbline's version
public record SarifReport(String version) {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private record Result(String rule, Severity severity, String message, Place place) {}

    /// The whole assessment.
    public String of(Assessment assessment) {
        List<Result> results = new ArrayList<>();
        assessment.verdicts().forEach(verdict -> missed(verdict, results));
        assessment.findings().forEach(finding -> results.add(found(finding)));
        return written(results);
    }

    /// The faults of a design that does not read.
    public String of(Refusal refusal) {
        return written(refusal.faults().stream().map(SarifReport::found).toList());
    }

    private static void missed(Verdict verdict, List<Result> results) {
        Severity severity = switch (verdict.status()) {
            case MISSED -> Severity.ERROR;
            case AT_RISK -> Severity.WARNING;
            case MET, UNMEASURABLE, NO_EVIDENCE -> Severity.HINT;
        };
        if (severity == Severity.HINT) {
            return;
        }
        String rule = verdict.status() == Status.MISSED ? "requirement.missed" : "requirement.at-risk";
        String must = verdict.must().orElse(verdict.id());
        String read = verdict.value().map(MarkdownReport::figure).orElse("nothing was read");
        String reason = verdict.reason().isEmpty() ? "" : "\n" + verdict.reason();
        String message = "\"%s\" is %s: \"%s\" reads %s%s%s"
                .formatted(
                        verdict.id(),
                        verdict.status().words(),
                        must,
                        read,
                        verdict.chance().isPresent() ? ", " + Numbers.chance(verdict.chance()) : "",
                        reason);
        results.add(new Result(rule, severity, message, verdict.place()));
    }

    private static Result found(Diagnostic finding) {
        StringBuilder message = new StringBuilder(finding.what());
        if (!finding.why().isEmpty()) {
            message.append("\nwhy: ").append(finding.why());
        }
        if (!finding.mend().isEmpty()) {
            message.append("\nfix: ").append(finding.mend());
        }
        return new Result(finding.rule(), finding.severity(), message.toString(), finding.place());
    }

    private String written(List<Result> results) {
        List<String> rules =
                List.copyOf(new TreeSet<>(results.stream().map(Result::rule).toList()));
        ObjectNode root = Json.object();
        root.put("$schema", SCHEMA);
        root.put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Plumbline").put("version", version).put("semanticVersion", version);
        ArrayNode described = driver.putArray("rules");
        for (String rule : rules) {
            ObjectNode node = described.addObject().put("id", rule);
            node.putObject("help").put("text", "plumbline explain " + rule + " prints what this rule is about.");
        }
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode array = run.putArray("results");
        results.forEach(result -> array.add(result(result, rules)));
        return Json.written(root);
    }

    private static ObjectNode result(Result result, List<String> rules) {
        ObjectNode node = Json.object();
        node.put("ruleId", result.rule());
        node.put("ruleIndex", rules.indexOf(result.rule()));
        node.put(
                "level",
                switch (result.severity()) {
                    case ERROR -> "error";
                    case WARNING -> "warning";
                    case HINT -> "note";
                });
        node.putObject("message").put("text", result.message());
        ObjectNode physical = node.putArray("locations").addObject().putObject("physicalLocation");
        Place place = result.place();
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        physical.putObject("region")
                .put("startLine", place.line())
                .put("startColumn", place.column())
                .put("endColumn", place.column() + place.width());
        return node;
    }

    /// The file's name as a relative or absolute reference; a `:` or a space in it is not an address's.
    static String uri(String file) {
        try {
            String path = file.replace('\\', '/');
            URI absolute = new URI(path.startsWith("/") ? "file" : null, path.startsWith("/") ? "" : null, path, null);
            return absolute.toASCIIString();
        } catch (URISyntaxException e) {
            return file;
        }
    }
}
