package dev.plumbline.requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a stakeholder's sentence lacks to be measurable, told from its words alone.
///
/// A first sieve: it looks for a measured thing, a number with a unit or comparison, and what the kind of quality it
/// speaks of needs besides. It errs towards asking. Cost: the length of the sentence.
///
/// @param lacks what is missing, in the order in which it would be asked for
public record AskReading(String ask, List<Lack> lacks) {
    /// What a sentence may lack.
    public enum Lack {
        METRIC,
        TARGET,
        SEGMENT,
        LOAD,
        WINDOW;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}%.-]+");
    private static final Pattern NUMBER = Pattern.compile("(?s).*\\p{N}.*");
    private static final Pattern STATISTIC =
            Pattern.compile("(?is).*\\b(p\\d{1,2}(\\.\\d+)?|mean|median|average|percentile|\\d+(th|%))\\b.*");
    private static final Pattern WINDOW = Pattern.compile(
            "(?is).*\\b(per|a|each|every|over|any|in) (\\d+ ?)?(hour|day|week|month|quarter|year)s?\\b.*");
    private static final Set<String> QUALITY = Set.of(
            "accurate",
            "accuracy",
            "relevant",
            "fair",
            "unbiased",
            "bias",
            "useful",
            "good",
            "better",
            "best",
            "correct",
            "right",
            "quality",
            "precise",
            "trustworthy",
            "model",
            "predictions",
            "recommendations",
            "answers");
    private static final Set<String> SPEED = Set.of(
            "fast",
            "quick",
            "quickly",
            "instant",
            "instantly",
            "responsive",
            "real-time",
            "realtime",
            "latency",
            "slow",
            "snappy",
            "soon",
            "scale",
            "scales",
            "scalable",
            "load",
            "wait",
            "survive");
    private static final Set<String> UP = Set.of(
            "up",
            "available",
            "availability",
            "reliable",
            "always",
            "down",
            "downtime",
            "outage",
            "robust",
            "resilient",
            "never",
            "highly-available",
            "uptime");

    public AskReading {
        lacks = List.copyOf(lacks);
    }

    /// Reads an ask.
    public static AskReading of(String ask) {
        List<String> words = List.of(WORD.split(ask.toLowerCase(Locale.ROOT)));
        List<Lack> lacks = new ArrayList<>();
        boolean metric = STATISTIC.matcher(ask).matches()
                || words.stream()
                        .map(word -> word.replaceAll("[.]+$", ""))
                        .anyMatch(word -> Meter.of(word).isPresent()
                                || Meter.meantBy(word).isPresent()
                                || Metrics.KNOWN.contains(word));
        if (!metric) {
            lacks.add(Lack.METRIC);
        }
        if (!NUMBER.matcher(ask).matches()) {
            lacks.add(Lack.TARGET);
        }
        if (any(words, QUALITY) && !ask.matches("(?is).*\\b(segment|group|region|country|every|each)\\b.*")) {
            lacks.add(Lack.SEGMENT);
        } else if (any(words, SPEED) && !ask.matches("(?is).*\\b(peak|load|average|rps|qps|req/s)\\b.*")) {
            lacks.add(Lack.LOAD);
        } else if (any(words, UP) && !WINDOW.matcher(ask).matches()) {
            lacks.add(Lack.WINDOW);
        }
        return new AskReading(ask, lacks);
    }

    private static boolean any(List<String> words, Set<String> cues) {
        return words.stream().map(word -> word.replaceAll("[.]+$", "")).anyMatch(cues::contains);
    }

    /// Whether a metric and a target are named, without which nothing can be judged.
    public boolean isMeasurable() {
        return !lacks.contains(Lack.METRIC) && !lacks.contains(Lack.TARGET);
    }

    /// What it lacks, as a message says it: `names no metric, target or segment`. Empty if it lacks nothing.
    public String missing() {
        List<String> words = lacks.stream().map(Lack::word).toList();
        if (words.isEmpty()) {
            return "";
        }
        String last = words.getLast();
        String rest = String.join(", ", words.subList(0, words.size() - 1));
        return "names no " + (rest.isEmpty() ? last : rest + " or " + last);
    }

    /// A sentence of the right form, to be filled in by a person.
    public String proposal() {
        List<String> words = List.of(WORD.split(ask.toLowerCase(Locale.ROOT)));
        if (any(words, QUALITY)) {
            return "<metric> of <model> >= <share> for every segment of <attribute>";
        }
        if (any(words, SPEED)) {
            return "p99 latency of <path> <= <time> at peak over 28 day";
        }
        return any(words, UP)
                ? "availability of <path> >= <share> over 30 day"
                : "<reading> <= <target>, such as p99 latency of <path> <= 200 ms";
    }
}
