package dev.plumbline.ask;

import dev.plumbline.ask.Mention.Measures;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.RequirementKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a stakeholder's sentence asks for: its kind, and which of the elements that the kind needs it states.
///
/// The kind is that whose words weigh most, together with what the quantities measure; an element is stated by a
/// quantity in that role or by a phrase. Nothing is learned from examples. Cost: the sentence's length times the
/// lexicon's size, below a millisecond.
///
/// @param ask as typed
/// @param kind what it is about
/// @param stated the elements it states, in their order, needed or not
/// @param given the numbers it states, first targets and then statistics
/// @param smells what its words leave open, in the order of the sentence
public record AskReading(
        String ask, RequirementKind kind, List<Element> stated, List<Given> given, List<WordSmell> smells) {
    public AskReading {
        stated = List.copyOf(stated);
        given = List.copyOf(given);
        smells = List.copyOf(smells);
    }

    /// Reads a sentence.
    public static AskReading of(String ask) {
        Words words = Words.of(ask);
        List<Mention> mentions = Mentions.of(words);
        RequirementKind kind = Topic.of(words, mentions);
        Roles roles = Roles.of(words, kind, mentions);
        Set<Element> stated = EnumSet.copyOf(
                roles.stated().isEmpty() ? EnumSet.noneOf(Element.class) : EnumSet.copyOf(roles.stated()));
        if (!roles.targets().isEmpty()) {
            stated.add(Element.TARGET);
        }
        if (stated.contains(Element.TARGET) || Scales.named(kind, words)) {
            stated.add(Element.SCALE);
        }
        phrases(words, kind, mentions, roles, stated);
        List<Element> inOrder =
                Arrays.stream(Element.values()).filter(stated::contains).toList();
        return new AskReading(ask, kind, inOrder, Given.of(roles), WordSmell.in(words, mentions));
    }

    /// Reads each of the asks that a sentence joins: "fast and accurate and always up" is three.
    public static List<AskReading> parts(String ask) {
        return AskParts.of(ask).stream().map(AskReading::of).toList();
    }

    private static void phrases(
            Words words, RequirementKind kind, List<Mention> mentions, Roles roles, Set<Element> stated) {
        add(stated, Element.STATISTIC, ElementPhrases.STATISTICS, words, List.of());
        add(stated, Element.CONDITION, ElementPhrases.CONDITIONS, words, roles.taken());
        if (Clauses.conditional(words, Roles.OF_REQUESTS.contains(kind))) {
            stated.add(Element.CONDITION);
        }
        add(stated, Element.WINDOW, ElementPhrases.WINDOWS, words, roles.paced());
        add(stated, Element.METER, ElementPhrases.METERS, words, List.of());
        add(
                stated,
                Element.CONDITION,
                ElementPhrases.conditions(kind),
                words,
                ElementPhrases.spans(ElementPhrases.TRAITS, words));
        if (kind == RequirementKind.USABILITY) {
            if (People.named(words) || mentions.stream().anyMatch(each -> isPopulation(each, words))) {
                stated.add(Element.SEGMENT);
            }
        } else {
            add(stated, Element.SEGMENT, ElementPhrases.GROUPS, words, List.of());
            if (Clauses.everyOf(words)) {
                stated.add(Element.SEGMENT);
            }
            add(stated, Element.WINDOW, ElementPhrases.SAMPLES, words, List.of());
        }
    }

    /// A share of somebody: `90 % of the realtors`, `nine clerks in ten`.
    private static boolean isPopulation(Mention mention, Words words) {
        return mention.measures() == Measures.SHARE
                && (words.text(mention.to()).equals("of")
                        || UnitWords.of(mention.noun()).isEmpty());
    }

    private static void add(
            Set<Element> stated, Element element, Filed<Phrase> phrases, Words words, List<Phrase.Span> taken) {
        if (ElementPhrases.any(phrases, words, taken)) {
            stated.add(element);
        }
    }

    /// Whether it says what is measured and what it has to be, without which nothing can be judged.
    public boolean isMeasurable() {
        return stated.contains(Element.TARGET);
    }

    /// Whether its words can be understood; of one in another language no more than the numbers are.
    public boolean isEnglish() {
        return English.is(Words.of(ask));
    }

    /// What its kind needs and it does not state, in the order in which it would be asked for. Where and by what it is
    /// measured is left out: an ask hardly ever says so, and the design's paths do.
    public List<Element> missing() {
        List<Element> missing = new ArrayList<>(kind.needs());
        missing.removeAll(stated);
        missing.remove(Element.METER);
        return List.copyOf(missing);
    }

    /// What it lacks, as a message says it: `names no scale, target or segment`. Empty if it lacks nothing.
    public String lacks() {
        List<String> words = missing().stream().map(Element::word).toList();
        if (words.isEmpty()) {
            return "";
        }
        String last = words.getLast();
        String rest = String.join(", ", words.subList(0, words.size() - 1));
        return "names no " + (rest.isEmpty() ? last : rest + " or " + last);
    }

    /// A sentence of the form that the language has for its kind, to be filled in by a person.
    public String form() {
        return form(kind);
    }

    static String form(RequirementKind kind) {
        return switch (kind) {
            case LATENCY -> "p99 latency of <path> <= <time> at peak over 28 day";
            case TIME_TO_FIRST_TOKEN -> "p95 ttft of <llm> <= <time> at peak over 28 day";
            case TIME_PER_OUTPUT_TOKEN -> "p95 tpot of <llm> <= <time> at peak over 28 day";
            case THROUGHPUT, CAPACITY -> "throughput of <path> >= <rate> at peak";
            case AVAILABILITY -> "availability of <path> >= <share> over 30 day";
            case RECOVERY, DURABILITY -> kind.word() + " of <component> <= <time> during <scenario>";
            case SCALING, COLD_START -> kind.word() + " of <component> <= <time>";
            case FRESHNESS -> "p99 age of <data> <= <time>";
            case STALENESS -> "stale reads of <store> <= <share>";
            case QUALITY -> "<metric> of <model> >= <share> over <window> for every segment of <attribute>";
            case CALIBRATION -> "ece of <model> <= <share> over <window> for every segment of <attribute>";
            case SAFETY -> "harmful-rate of <model> <= <share> over <window> for every segment of <attribute>";
            case ONLINE_EFFECT -> "lift of <model> >= <share> over <window>";
            case FAIRNESS -> "gap of <metric> of <model> across <attribute> <= <share> over <window>";
            case DRIFT -> "drift of <data> <= 0.2 over <window>";
            case SKEW -> "skew of <data> <= 0.1 % over <window>";
            case RETRAINING -> "p95 age of <model> <= <time>";
            case LABEL_DELAY, ROLLBACK -> kind.word() + " of <model> <= <time>";
            case AUDIT -> "audit of <model> >= <share>";
            case PRIVACY -> "privacy of <data> <= <time>";
            case RESIDENCY -> "residency of <data> >= <share>";
            case EXPLAINABILITY -> "explainability of <path> >= <share> over <window>";
            case COST -> "cost <= <money>";
            case FALLBACK -> "fallbacks of <path> <= <share> at peak";
            case CARBON -> "carbon per 1000 <unit> <= <mass>";
            case USABILITY,
                    SECURITY,
                    OBSERVABILITY,
                    DEPLOYABILITY,
                    BATCH_DURATION,
                    MAINTAINABILITY,
                    PORTABILITY,
                    COMPLIANCE,
                    INTEROPERABILITY -> "<reading> <= <target>, such as p99 latency of <path> <= 200 ms";
        };
    }
}
