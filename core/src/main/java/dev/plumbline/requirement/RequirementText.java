package dev.plumbline.requirement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes requirements as the section of a design that reads back to the same, in one sentence each or key by key.
/// Comments and keys that begin with `x-` are no part of a requirement, and are left out.
public final class RequirementText {
    private RequirementText() {}

    /// How what must hold is written.
    public enum Form {
        /// Key by key.
        LONG,
        /// As one sentence.
        LINE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The section `requirements:`, each line ended by a line feed.
    public static String of(List<Requirement> requirements, Form form) {
        StringBuilder out = new StringBuilder("requirements:\n");
        for (Requirement requirement : requirements) {
            out.append("  ").append(PlainYaml.words(requirement.id())).append(":\n");
            keys(requirement, form)
                    .forEach((key, value) -> out.append("    ")
                            .append(key)
                            .append(": ")
                            .append(value)
                            .append('\n'));
        }
        return out.toString();
    }

    private static Map<String, String> keys(Requirement requirement, Form form) {
        Map<String, String> keys = new LinkedHashMap<>();
        requirement.ask().ifPresent(ask -> keys.put("ask", PlainYaml.quoted(ask)));
        requirement.from().ifPresent(from -> keys.put("from", origin(from)));
        requirement.must().ifPresent(must -> keys.putAll(must(requirement, must, form)));
        requirement.measured().ifPresent(measured -> keys.put("measured", measurement(measured)));
        requirement.otherwise().ifPresent(otherwise -> keys.put("else", consequence(otherwise)));
        keys.put("status", requirement.status().name().toLowerCase(Locale.ROOT));
        return keys;
    }

    private static Map<String, String> must(Requirement requirement, Sentence must, Form form) {
        Map<String, String> levels = new LinkedHashMap<>();
        requirement.tolerable().ifPresent(amount -> levels.put(LongForm.TOLERABLE, PlainYaml.value(amount.text())));
        requirement.stretch().ifPresent(amount -> levels.put(LongForm.STRETCH, PlainYaml.value(amount.text())));
        return switch (form) {
            case LONG -> LongFormText.of(must, levels);
            case LINE -> {
                Map<String, String> keys = new LinkedHashMap<>();
                keys.put("must", PlainYaml.value(must.sentence()));
                if (!levels.isEmpty()) {
                    keys.put("target", mapping(levels));
                }
                yield keys;
            }
        };
    }

    private static String origin(Requirement.Origin from) {
        Map<String, String> keys = new LinkedHashMap<>();
        put(keys, "who", Optional.of(from.who()));
        put(keys, "date", Optional.of(from.date()));
        put(keys, "because", Optional.of(from.because()));
        return mapping(keys);
    }

    private static String measurement(Requirement.Measurement measured) {
        Map<String, String> keys = new LinkedHashMap<>();
        put(keys, "at", measured.at());
        put(keys, "by", measured.by());
        put(keys, "where", measured.where());
        put(keys, "excluding", measured.excluding());
        return mapping(keys);
    }

    private static String consequence(Requirement.Consequence otherwise) {
        Map<String, String> keys = new LinkedHashMap<>();
        otherwise.within().ifPresent(within -> keys.put("within", PlainYaml.value(within)));
        put(keys, "do", otherwise.act());
        put(keys, "meanwhile", otherwise.meanwhile());
        return mapping(keys);
    }

    private static void put(Map<String, String> keys, String key, Optional<String> text) {
        text.filter(words -> !words.isEmpty()).ifPresent(words -> keys.put(key, PlainYaml.words(words)));
    }

    static String mapping(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
