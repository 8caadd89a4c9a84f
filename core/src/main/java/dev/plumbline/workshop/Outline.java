package dev.plumbline.workshop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of a design, each a path of keys and the YAML text behind it: `workload.score.peak` and `3 .. 5`.
///
/// Stories are written in a small part of YAML, so that one line is one value and an answer replaces one line: keys
/// are indented by two blanks a level, values stay on their line, and what follows two blanks and a `#` is the reason
/// for the value.
///
/// @param values by path, in the order of the file
/// @param reasons by path, where one is given
public record Outline(Map<String, String> values, Map<String, String> reasons) {
    private static final Pattern LINE = Pattern.compile("( *)([\\w{}-]+):(?: (.*?))?(?:  # (.*))?");

    public Outline {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /// Reads the text of a story.
    static Outline of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        List<String> above = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher found = LINE.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!found.matches() || found.group(1).length() > 2 * above.size()) {
                throw new IllegalArgumentException("The line \"%s\" is no key with its value.".formatted(line));
            }
            above.subList(found.group(1).length() / 2, above.size()).clear();
            above.add(found.group(2));
            String path = String.join(".", above);
            Optional.ofNullable(found.group(3)).ifPresent(value -> values.put(path, value));
            Optional.ofNullable(found.group(4)).ifPresent(reason -> reasons.put(path, reason));
        }
        return new Outline(values, reasons);
    }

    public Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path));
    }

    /// The value as a person would say it: without the quotes of a text or the brackets of a list.
    Optional<String> said(String path) {
        return value(path).map(Scalars::said);
    }

    /// The names directly below a path, in their order.
    List<String> below(String path) {
        Set<String> names = new LinkedHashSet<>();
        for (String each : values.keySet()) {
            if (each.startsWith(path + ".")) {
                String rest = each.substring(path.length() + 1);
                int dot = rest.indexOf('.');
                names.add(dot < 0 ? rest : rest.substring(0, dot));
            }
        }
        return List.copyOf(names);
    }

    /// The first name below a path.
    String first(String path) {
        return below(path).stream().findFirst().orElse("");
    }

    Outline with(String path, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(path, value);
        return new Outline(changed, reasons);
    }

    /// The lines below these sections alone.
    Outline only(Set<String> sections) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(path -> !sections.contains(section(path)));
        return new Outline(kept, reasons);
    }

    static String section(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
