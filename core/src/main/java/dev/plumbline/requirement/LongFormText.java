package dev.plumbline.requirement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a sentence key by key; [LongForm] reads it back to the same.
public final class LongFormText {
    private LongFormText() {}

    /// Each key with its value as YAML, in the order of [LongForm#KEYS].
    public static Map<String, String> of(Sentence sentence) {
        return of(sentence, Map.of());
    }

    /// The same, with what is tolerable and what would delight beside the goal.
    static Map<String, String> of(Sentence sentence, Map<String, String> levels) {
        Map<String, String> keys = new LinkedHashMap<>();
        Reading reading = sentence.reading();
        keys.put("kind", reading.kind().word());
        scale(reading).ifPresent(scale -> keys.put("scale", scale));
        reading.subject().ifPresent(of -> keys.put("of", of.text()));
        if (reading instanceof Reading.Gap(Name _, Name _, Name attribute)) {
            keys.put("across", attribute.text());
        }
        reading.per().ifPresent(per -> keys.put("per", PlainYaml.value(per.text())));
        keys.put("target", target(sentence, levels));
        sentence.window().ifPresent(window -> keys.put("over", window.sentence()));
        circumstance(sentence.circumstance()).ifPresent(load -> keys.put("while", load));
        segments(sentence.segments()).ifPresent(segments -> keys.put("for", segments));
        return keys;
    }

    /// Both forms of a kind that has two.
    private static Optional<String> scale(Reading reading) {
        if (reading instanceof Reading.Success) {
            return Optional.of("success");
        }
        return reading instanceof Reading.Energy ? Optional.of("energy") : Optional.empty();
    }

    private static String target(Sentence sentence, Map<String, String> levels) {
        Reading reading = sentence.reading();
        Relation usual = reading.moreIsBetter() ? Relation.AT_LEAST : Relation.AT_MOST;
        String value = sentence.relation() == usual
                ? PlainYaml.value(sentence.target().text())
                : PlainYaml.quoted(
                        sentence.relation().symbol() + " " + sentence.target().text());
        Optional<String> key = reading.which().map(Statistic::sentence).or(() -> metric(reading));
        if (key.isEmpty() && levels.isEmpty()) {
            return value;
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put(key.orElse(LongForm.GOAL), value);
        all.putAll(levels);
        return RequirementText.mapping(all);
    }

    private static Optional<String> metric(Reading reading) {
        if (reading instanceof Reading.ModelMetric(Name metric, Name _)) {
            return Optional.of(metric.text());
        }
        return reading instanceof Reading.Gap(Name metric, Name _, Name _)
                ? Optional.of(metric.text())
                : Optional.empty();
    }

    private static Optional<String> circumstance(Circumstance circumstance) {
        return switch (circumstance) {
            case Circumstance.Unstated() -> Optional.empty();
            case Circumstance.Peak() -> Optional.of("{load: peak}");
            case Circumstance.Average() -> Optional.of("{load: average}");
            case Circumstance.Load(Amount rate) -> Optional.of("{load: %s}".formatted(PlainYaml.value(rate.text())));
            case Circumstance.During(Name scenario) -> Optional.of("{scenario: %s}".formatted(scenario.text()));
        };
    }

    private static Optional<String> segments(Segments segments) {
        return switch (segments) {
            case Segments.All() -> Optional.empty();
            case Segments.Every(Name attribute) -> Optional.of("every segment of " + attribute.text());
            case Segments.Named(List<Name> names) ->
                Optional.of(names.stream().map(Name::text).collect(Collectors.joining(", ", "[", "]")));
        };
    }
}
