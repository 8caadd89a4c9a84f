package dev.plumbline.export;

import dev.plumbline.source.Document;
import dev.plumbline.source.Node;
import dev.plumbline.source.YamlReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules of OpenSLO v1 as its specification and its Go library state them, written down independently of what
/// writes
/// the files. Each broken rule is one sentence. The JSON Schema in OpenSLO's repository is no oracle: it asks for a
/// metric
/// called `rationMetric` and for a condition with a `duration`, neither of which its specification has.
final class OpenSloRules {
    private static final Set<String> KINDS =
            Set.of("DataSource", "SLO", "SLI", "AlertPolicy", "AlertCondition", "AlertNotificationTarget", "Service");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DURATION = Pattern.compile("[1-9][0-9]*[mhdwMQY]");
    private static final Pattern ANNOTATION =
            Pattern.compile("([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
    private static final Map<Character, Duration> UNITS = Map.of(
            'm',
            Duration.ofMinutes(1),
            'h',
            Duration.ofHours(1),
            'd',
            Duration.ofDays(1),
            'w',
            Duration.ofDays(7),
            'M',
            Duration.ofDays(30),
            'Q',
            Duration.ofDays(91),
            'Y',
            Duration.ofDays(365));
    private static final int LONGEST_DESCRIPTION = 1050;
    private static final int LONGEST_DISPLAY_NAME = 63;

    private final List<String> faults = new ArrayList<>();
    private final List<String> named = new ArrayList<>();
    private final List<String> referred = new ArrayList<>();

    private OpenSloRules() {}

    static List<String> faults(String file) {
        OpenSloRules rules = new OpenSloRules();
        String documents = file.substring(file.indexOf("---\n") + 4);
        for (String text : documents.split("(?m)^---\n", -1)) {
            Document document = YamlReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8));
            document.root().ifPresentOrElse(rules::document, () -> rules.faults.add("no YAML: " + text));
        }
        rules.referred.stream()
                .filter(name -> !rules.named.contains(name))
                .forEach(name -> rules.faults.add("nothing is named " + name));
        return rules.faults;
    }

    private void document(Node.Mapping root) {
        String kind = text(root, "kind");
        Node.Mapping metadata = mapping(root, "metadata");
        Node.Mapping spec = mapping(root, "spec");
        String name = text(metadata, "name");
        check(text(root, "apiVersion").equals("openslo/v1"), name, "apiVersion");
        check(KINDS.contains(kind), name, "kind " + kind);
        name(metadata);
        if (named.contains(kind + " " + name)) {
            faults.add("two are named %s %s".formatted(kind, name));
        }
        named.add(kind + " " + name);
        description(spec, name);
        switch (kind) {
            case "SLO" -> slo(spec, name);
            case "AlertCondition" -> condition(spec, name);
            case "AlertPolicy" -> policy(spec, name);
            case "AlertNotificationTarget" -> check(!text(spec, "target").isEmpty(), name, "target");
            default -> {}
        }
    }

    private void name(Node.Mapping metadata) {
        String name = text(metadata, "name");
        check(NAME.matcher(name).matches(), name, "is no RFC 1123 label");
        int length = text(metadata, "displayName").length();
        check(length <= LONGEST_DISPLAY_NAME, name, "displayName is too long");
        for (Node.Entry each : mapping(metadata, "annotations").entries()) {
            String key = each.key().text();
            check(ANNOTATION.matcher(key).matches() && !key.startsWith("openslo.com/"), name, "annotation " + key);
        }
    }

    private void description(Node.Mapping spec, String name) {
        check(text(spec, "description").length() <= LONGEST_DESCRIPTION, name, "description is too long");
    }

    private void slo(Node.Mapping spec, String name) {
        check(!text(spec, "service").isEmpty(), name, "service");
        referred.add("Service " + text(spec, "service"));
        boolean inline = spec.get("indicator").isPresent();
        check(inline != spec.get("indicatorRef").isPresent(), name, "exactly one of indicator and indicatorRef");
        Node.Mapping indicator = mapping(mapping(spec, "indicator"), "spec");
        name(mapping(mapping(spec, "indicator"), "metadata"));
        boolean ratio = indicator.get("ratioMetric").isPresent();
        check(ratio != indicator.get("thresholdMetric").isPresent(), name, "exactly one metric");
        if (ratio) {
            ratio(mapping(indicator, "ratioMetric"), name);
        } else {
            source(mapping(indicator, "thresholdMetric"), name);
        }
        List<Node> windows = items(spec, "timeWindow");
        check(windows.size() == 1, name, "exactly one timeWindow");
        windows.forEach(window -> window((Node.Mapping) window, name));
        String method = text(spec, "budgetingMethod");
        check(
                Set.of("Occurrences", "Timeslices", "RatioTimeslices").contains(method),
                name,
                "budgetingMethod " + method);
        List<Node> objectives = items(spec, "objectives");
        check(!objectives.isEmpty(), name, "objectives");
        check(ratio || objectives.size() == 1, name, "one objective for a threshold");
        objectives.forEach(objective -> objective((Node.Mapping) objective, ratio, method, name));
        if (windows.size() == 1 && method.equals("Timeslices")) {
            Duration window = duration(text((Node.Mapping) windows.getFirst(), "duration"));
            Duration slice = duration(text((Node.Mapping) objectives.getFirst(), "timeSliceWindow"));
            check(slice.multipliedBy(20).compareTo(window) <= 0, name, "fewer than twenty slices");
        }
        items(spec, "alertPolicies")
                .forEach(each -> referred.add("AlertPolicy " + text((Node.Mapping) each, "alertPolicyRef")));
    }

    private void ratio(Node.Mapping metric, String name) {
        check(metric.get("counter").isPresent(), name, "counter");
        boolean raw = metric.get("raw").isPresent();
        boolean good = metric.get("good").isPresent();
        boolean bad = metric.get("bad").isPresent();
        boolean total = metric.get("total").isPresent();
        check(raw ? !good && !bad && !total : total && good != bad, name, "total with one of good and bad, or raw");
        check(raw == metric.get("rawType").isPresent(), name, "rawType with raw");
        for (String part : List.of("good", "bad", "total", "raw")) {
            if (metric.get(part).isPresent()) {
                source(mapping(metric, part), name);
            }
        }
    }

    private void source(Node.Mapping metric, String name) {
        Node.Mapping source = mapping(metric, "metricSource");
        boolean typed =
                !text(source, "type").isEmpty() || source.get("metricSourceRef").isPresent();
        check(typed, name, "metricSource has a type or a reference");
        check(!mapping(source, "spec").entries().isEmpty(), name, "metricSource has a spec");
    }

    private void window(Node.Mapping window, String name) {
        check(DURATION.matcher(text(window, "duration")).matches(), name, "duration " + text(window, "duration"));
        boolean rolling = text(window, "isRolling").equals("true");
        boolean calendar = window.get("calendar").isPresent();
        check(rolling != calendar, name, "a calendar where it does not roll");
        if (calendar) {
            Node.Mapping start = mapping(window, "calendar");
            check(text(start, "startTime").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"), name, "startTime");
            check(java.time.ZoneId.getAvailableZoneIds().contains(text(start, "timeZone")), name, "timeZone");
        }
    }

    private void objective(Node.Mapping objective, boolean ratio, String method, String name) {
        boolean share = objective.get("target").isPresent();
        check(share != objective.get("targetPercent").isPresent(), name, "one of target and targetPercent");
        BigDecimal target = new BigDecimal(text(objective, share ? "target" : "targetPercent"));
        BigDecimal limit = share ? BigDecimal.ONE : BigDecimal.valueOf(100);
        check(target.signum() >= 0 && target.compareTo(limit) < 0, name, "target " + target);
        boolean op = objective.get("op").isPresent();
        boolean value = objective.get("value").isPresent();
        check(ratio ? !op && !value : op && value, name, "op and value with a threshold only");
        check(!op || Set.of("lte", "gte", "lt", "gt").contains(text(objective, "op")), name, "op");
        boolean slices = !method.equals("Occurrences");
        if (slices) {
            check(DURATION.matcher(text(objective, "timeSliceWindow")).matches(), name, "timeSliceWindow");
        }
        if (method.equals("Timeslices")) {
            BigDecimal slice = new BigDecimal(text(objective, "timeSliceTarget"));
            check(slice.signum() > 0 && slice.compareTo(BigDecimal.ONE) <= 0, name, "timeSliceTarget");
        }
    }

    private void condition(Node.Mapping spec, String name) {
        check(!text(spec, "severity").isEmpty(), name, "severity");
        Node.Mapping condition = mapping(spec, "condition");
        check(text(condition, "kind").equals("burnrate"), name, "condition kind");
        check(Set.of("gt", "gte").contains(text(condition, "op")), name, "condition op " + text(condition, "op"));
        check(new BigDecimal(text(condition, "threshold")).signum() > 0, name, "threshold");
        for (String key : List.of("lookbackWindow", "alertAfter")) {
            check(DURATION.matcher(text(condition, key)).matches(), name, key);
        }
    }

    private void policy(Node.Mapping spec, String name) {
        check(items(spec, "conditions").size() == 1, name, "one condition");
        check(!items(spec, "notificationTargets").isEmpty(), name, "a notification target");
        Map.of("conditions", "AlertCondition conditionRef", "notificationTargets", "AlertNotificationTarget targetRef")
                .forEach((key, to) -> items(spec, key)
                        .forEach(each -> referred.add(
                                to.split(" ", -1)[0] + " " + text((Node.Mapping) each, to.split(" ", -1)[1]))));
    }

    private static Duration duration(String text) {
        return DURATION.matcher(text).matches()
                ? UNITS.getOrDefault(text.charAt(text.length() - 1), Duration.ZERO)
                        .multipliedBy(Long.parseLong(text.substring(0, text.length() - 1)))
                : Duration.ZERO;
    }

    private void check(boolean holds, String name, String what) {
        if (!holds) {
            faults.add(name + ": " + what);
        }
    }

    private static String text(Node.Mapping of, String key) {
        return of.get(key)
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text())
                .orElse("");
    }

    private static Node.Mapping mapping(Node.Mapping of, String key) {
        Optional<Node.Mapping> found =
                of.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
        return found.orElseGet(() -> new Node.Mapping(List.of(), false, of.span()));
    }

    private static List<Node> items(Node.Mapping of, String key) {
        return of.get(key)
                .filter(Node.Sequence.class::isInstance)
                .map(node -> ((Node.Sequence) node).items())
                .orElse(List.of());
    }
}
