package dev.plumbline.workshop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A system that no story is about, as a person describes it: what a request is called, which parts it passes, and what
/// is learned from. The rest is the shape that most systems with a model have, with wide guesses.
final class Described {
    private static final String CALLED = "called";
    private static final String PARTS = "parts";
    private static final String EVENTS = "events";
    private static final String LEARNED = "learned";

    /// The questions whose answers it is made of.
    static final Set<String> QUESTIONS = Set.of(CALLED, PARTS, EVENTS, LEARNED);

    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    private Described() {}

    /// A part of the system on the way of a request.
    private enum Part {
        SERVICE("", """
                    replicas: 2
                    concurrency: 64
                    time: {p50: 1 ms, p99: 5 .. 20 ms}  # nobody has said, so it is a wide guess
                    on: c7g.large
                    available: 99.95 %
                """),
        STORE("store|features|profiles?|db|redis|postgres|table", """
                    replicas: 3
                    concurrency: 64
                    write: async
                    read: any
                    time: {p50: 1 ms, p99: 4 .. 15 ms}  # nobody has said, so it is a wide guess
                    on: cache.r7g.xlarge
                    available: 99.95 %
                """),
        INDEX("index|search|vectors?|retriever", """
                    replicas: 2
                    concurrency: 12
                    time: {p50: 8 ms, p99: 20 .. 60 ms}  # nobody has said, so it is a wide guess
                    on: r7g.4xlarge
                    available: 99.95 %
                """),
        EXTERNAL("vendor|external|partner|api", """
                    concurrency: 1000
                    time: {p50: 20 ms, p99: 80 .. 400 ms}  # across the internet, and a vendor promises a median at best
                    available: 99.9 %
                """),
        LLM("llm|writer|assistant|agent", """
                    model: llama-3.1-8b
                    replicas: 4
                    prompt: {p50: 1000 token, p99: 4000 token}
                    output: {p50: 150 token, p99: 600 token}
                    on: 1 x L40S
                    queue: {limit: 100, order: fifo}
                    available: 99.9 %
                """),
        MODEL("model|ranker|scorer|classifier|detector|predictor|forecaster", """
                    replicas: 3
                    concurrency: 4
                    time: {p50: 5 .. 20 ms, p99: 20 .. 80 ms}  # nobody has said, so it is a wide guess
                    on: c7i.2xlarge
                    queue: {limit: 200, order: fifo}
                    available: 99.95 %
                """);

        private final Pattern names;
        private final String keys;

        Part(String names, String keys) {
            this.names = Pattern.compile("(?:.*_)?(?:" + names + ")");
            this.keys = keys;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What a part of that name is most likely.
        private static Part called(String name) {
            for (Part each : values()) {
                if (each != SERVICE && each.names.matcher(name).matches()) {
                    return each;
                }
            }
            return SERVICE;
        }

        private static Part named(String word, String name) {
            for (Part each : values()) {
                if (each.word().equals(word)) {
                    return each;
                }
            }
            return called(name);
        }

        private boolean predicts() {
            return this == MODEL || this == LLM;
        }

        private boolean holds() {
            return this == STORE || this == INDEX;
        }
    }

    /// Whether the answer to a question changes the outline.
    static boolean isAskedBy(Story story, String question) {
        return story == Story.OTHER && QUESTIONS.contains(question);
    }

    /// The outline of what was said so far.
    static Outline outline(Map<String, Reply> replies) {
        Map<String, Part> parts = parts(said(replies, PARTS, "gateway, features: store, model"));
        if (parts.values().stream().noneMatch(Part::predicts)) {
            parts.put("model", Part.MODEL);
        }
        String data = name(said(replies, LEARNED, "profiles"));
        StringBuilder components = new StringBuilder();
        boolean held = false;
        for (Map.Entry<String, Part> each : parts.entrySet()) {
            Part part = each.getValue();
            components.append("  %s:\n    kind: %s\n".formatted(each.getKey(), part.word()));
            if (part.holds() && !held) {
                components.append("    holds: %s\n".formatted(data));
                held = true;
            }
            components.append(part.keys);
        }
        String model = parts.entrySet().stream()
                .filter(each -> each.getValue().predicts())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return Outline.of(Story.read(Story.OTHER.word())
                .replace("# parts\n", components)
                .replace("{path}", name(said(replies, CALLED, "request")))
                .replace("{parts}", listed(parts))
                .replace("{way}", String.join(", ", parts.keySet()))
                .replace("{first}", parts.keySet().iterator().next())
                .replace("{model}", model)
                .replace("{source}", name(said(replies, EVENTS, "events")))
                .replace("{data}", data));
    }

    private static String said(Map<String, Reply> replies, String question, String usual) {
        return replies.get(question) instanceof Reply.Given(var text) ? text : usual;
    }

    private static Map<String, Part> parts(String said) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String each : said.split(",")) {
            String[] part = each.split(":", 2);
            if (!part[0].isBlank()) {
                String name = name(part[0]);
                parts.put(name, Part.named(part.length > 1 ? name(part[1]) : "", name));
            }
        }
        return parts;
    }

    /// The parts as a person says them: with what they are only where the name does not tell.
    private static String listed(Map<String, Part> parts) {
        List<String> listed = new ArrayList<>();
        parts.forEach(
                (name, part) -> listed.add(part == Part.called(name) ? name : "%s: %s".formatted(name, part.word())));
        return listed.stream().collect(Collectors.joining(", "));
    }

    /// A name as the language has it: small letters, digits and underscores, a letter first.
    private static String name(String said) {
        String name = BETWEEN.matcher(said.strip().toLowerCase(Locale.ROOT))
                .replaceAll("_")
                .replaceAll("^_+|_+$", "");
        return name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "x_" + name : name;
    }
}
