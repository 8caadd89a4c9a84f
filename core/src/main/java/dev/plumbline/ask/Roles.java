package dev.plumbline.ask;

import dev.plumbline.ask.Mention.Measures;
import dev.plumbline.ask.Mention.Sense;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.RequirementKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What each quantity of a sentence is there for: as the target, or as the statistic, window or condition of another.
final class Roles {
    private static final double LEAST_WINDOW = 60;
    private static final double SMALLEST_SAMPLE = 20;
    private static final int LEAD = 3;
    private static final Set<RequirementKind> JUDGES_PREDICTIONS = EnumSet.of(
            RequirementKind.QUALITY,
            RequirementKind.CALIBRATION,
            RequirementKind.FAIRNESS,
            RequirementKind.DRIFT,
            RequirementKind.SAFETY,
            RequirementKind.SKEW);
    /// Kinds whose target is a time, so that a share says which of the requests count.
    private static final Set<RequirementKind> TIMED = EnumSet.of(
            RequirementKind.LATENCY,
            RequirementKind.TIME_TO_FIRST_TOKEN,
            RequirementKind.TIME_PER_OUTPUT_TOKEN,
            RequirementKind.RECOVERY,
            RequirementKind.FRESHNESS,
            RequirementKind.STALENESS,
            RequirementKind.COLD_START,
            RequirementKind.SCALING,
            RequirementKind.LABEL_DELAY,
            RequirementKind.BATCH_DURATION);
    private static final double HOUR = 3600;
    private static final double DAY = 86_400;
    private static final Set<RequirementKind> RENEWED =
            EnumSet.of(RequirementKind.FRESHNESS, RequirementKind.RETRAINING, RequirementKind.STALENESS);
    /// Those of them that are about each request or read.
    static final Set<RequirementKind> OF_REQUESTS = EnumSet.of(
            RequirementKind.LATENCY,
            RequirementKind.TIME_TO_FIRST_TOKEN,
            RequirementKind.TIME_PER_OUTPUT_TOKEN,
            RequirementKind.FRESHNESS);
    private static final Set<RequirementKind> AMOUNTS =
            EnumSet.of(RequirementKind.CAPACITY, RequirementKind.THROUGHPUT);
    private static final Set<RequirementKind> COUNTED = EnumSet.of(
            RequirementKind.CAPACITY, RequirementKind.THROUGHPUT, RequirementKind.USABILITY, RequirementKind.SCALING);
    private static final Filed<Phrase> IN_WINDOW = Filed.phrases("""
            (over|during|per) (a|the|any|each|every|about)?, (for|in|over|during|within|after)
            (the|a|any|each|every)? (first|last|next|past|previous|rolling|following|preceding),
            (in|within|for|over|during) (any|each|every) (rolling)?, measured (over|in|across) (a|the|any)?,
            per (each)?""");
    private static final Filed<Phrase> UNDER_LOAD = Filed.phrases("""
            (with|under|at|for|when|while|given|by|during|serving|having|supporting|despite|to) (up)? (to)?
            (a)? (load)? (of)? (about|at|approximately)?""");
    private static final Set<String> BEHIND_WINDOW = Words.list("""
            period periods window windows rolling interval basis span test trial experiment pilot campaign""");
    private static final Set<String> LINKS = Words.list("""
            connection connections network line link modem bandwidth lan""");

    private final Words words;
    private final RequirementKind kind;
    private final boolean counts;
    private final List<Phrase.Span> asides;
    private final List<Mention> targets = new ArrayList<>();
    private final List<Mention> statistics = new ArrayList<>();
    private final Set<Element> stated = EnumSet.noneOf(Element.class);
    private final List<Phrase.Span> taken = new ArrayList<>();
    private final List<Phrase.Span> paced = new ArrayList<>();

    private Roles(Words words, RequirementKind kind, boolean counts) {
        this.words = words;
        this.kind = kind;
        this.counts = counts;
        this.asides = Clauses.asides(words);
    }

    static Roles of(Words words, RequirementKind kind, List<Mention> mentions) {
        Roles roles = new Roles(words, kind, mentions.stream().anyMatch(each -> each.measures() == Measures.COUNT));
        mentions.stream()
                .filter(each -> each.measures() == Measures.COVERAGE
                        || (each.measures() == Measures.RATE && !roles.isPerWindow(each)))
                .forEach(each -> roles.paced.add(new Phrase.Span(each.number(), each.to())));
        List<Mention> left = new ArrayList<>();
        for (Mention mention : mentions) {
            if (!roles.placed(mention)) {
                left.add(mention);
            }
        }
        roles.rest(left);
        return roles;
    }

    /// `2 outages per quarter`, where it is asked over how long: the time that it is counted in.
    private boolean isPerWindow(Mention mention) {
        double seconds = UnitWords.of(words.text(mention.to() - 1))
                .map(UnitWords.Unit::scale)
                .orElse(0.0);
        return kind.needs(Element.WINDOW) && seconds >= DAY;
    }

    /// The quantities that are targets, in the order of the sentence.
    List<Mention> targets() {
        return targets;
    }

    /// The quantities that say which of the requests count: a share, a percentile.
    List<Mention> statistics() {
        return statistics;
    }

    /// What the other quantities state.
    Set<Element> stated() {
        return stated;
    }

    /// The words that quantities take, which say nothing else.
    List<Phrase.Span> taken() {
        return taken;
    }

    /// The words of rates and hours of service, whose "per day" is no window.
    List<Phrase.Span> paced() {
        return paced;
    }

    /// Whether the words around a quantity tell its role.
    private boolean placed(Mention mention) {
        return switch (mention.measures()) {
            case ORDINAL -> states(Element.STATISTIC, mention);
            case CLOCK -> kind.needs(Element.CONDITION) && states(Element.CONDITION, mention);
            case LABEL -> true;
            case COVERAGE -> coverage(mention);
            case TIME -> time(mention);
            case COUNT, RATE, DATA -> isProviso(mention) ? states(Element.CONDITION, mention) : counted(mention);
            case SHARE, MONEY, MASS, ENERGY -> false;
        };
    }

    private boolean time(Mention mention) {
        if (mention.noun().equals("rhythm")) {
            return rhythm(mention);
        }
        if (isWindow(mention) || isNotice()) {
            return window(mention);
        }
        return isProviso(mention) && states(Element.CONDITION, mention);
    }

    /// `With 8 GPUs the cluster ...`, `while p99 stays below 100 ms`: a quantity in the circumstances of a promised
    /// amount, or the time that so many users have to wait.
    private boolean isProviso(Mention mention) {
        boolean serviceLevel = kind == RequirementKind.CAPACITY && counts && mention.measures() == Measures.TIME;
        boolean aside = asides.stream().anyMatch(each -> each.overlaps(mention.number(), mention.to()));
        return AMOUNTS.contains(kind) && (serviceLevel || aside);
    }

    /// Within which time a drift has to be told, which is over how long it is looked for.
    private boolean isNotice() {
        return kind == RequirementKind.DRIFT && counts;
    }

    private boolean coverage(Mention mention) {
        if (mention.noun().startsWith("year")) {
            stated.add(Element.WINDOW);
        }
        taken.add(new Phrase.Span(mention.number(), mention.to()));
        return kind != RequirementKind.AVAILABILITY;
    }

    /// Every hour: how old a thing may get, where that is asked; else the stretch over which it is judged.
    private boolean rhythm(Mention mention) {
        if (RENEWED.contains(kind)) {
            return false;
        }
        // "the monthly statement" is a thing, and no stretch over which a time is judged
        boolean adjective = TIMED.contains(kind)
                && mention.to() == mention.number() + 1
                && mention.to() < words.size()
                && words.get(mention.to()).isWord()
                && !BEHIND_WINDOW.contains(words.text(mention.to()));
        return adjective || mention.value() < HOUR || states(Element.WINDOW, mention);
    }

    /// The words that lead to a window are no condition: "during the first six months".
    private boolean window(Mention mention) {
        taken.add(new Phrase.Span(Math.max(0, mention.number() - LEAD), mention.number()));
        return states(Element.WINDOW, mention);
    }

    private boolean isWindow(Mention mention) {
        boolean named = BEHIND_WINDOW.contains(words.text(mention.to()));
        boolean led = endsWith(IN_WINDOW, mention.number());
        return mention.value() >= LEAST_WINDOW && (named || led);
    }

    private boolean counted(Mention mention) {
        if (LINKS.contains(words.text(mention.to())) || LINKS.contains(mention.noun())) {
            return states(Element.CONDITION, mention);
        }
        boolean sample = JUDGES_PREDICTIONS.contains(kind)
                && mention.measures() == Measures.COUNT
                && mention.value() >= SMALLEST_SAMPLE
                && !mention.noun().isEmpty();
        if (sample) {
            return states(Element.WINDOW, mention);
        }
        boolean load = !COUNTED.contains(kind)
                && !mention.noun().isEmpty()
                && !mention.noun().equals("times")
                && (endsWith(UNDER_LOAD, mention.number()) || endsWith(UNDER_LOAD, mention.from()));
        return load && states(Element.CONDITION, mention);
    }

    /// Whether one of the phrases ends in front of a word.
    private boolean endsWith(Filed<Phrase> phrases, int at) {
        for (int from = Math.max(0, at - 5); from < at; from++) {
            for (Phrase phrase : phrases.startingWith(words.text(from))) {
                var end = phrase.match(words, from);
                if (end.isPresent() && end.getAsInt() == at) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Those without a role by themselves: a share beside a time says which requests count, all others are targets.
    private void rest(List<Mention> left) {
        boolean timed = TIMED.contains(kind)
                && left.stream().anyMatch(each -> each.measures() == Measures.TIME || isPace(each));
        for (Mention mention : left) {
            if (timed && isAmount(mention) && !isPace(mention)) {
                states(Element.CONDITION, mention);
                continue;
            }
            boolean which = TIMED.contains(kind)
                    && mention.measures() == Measures.SHARE
                    && (timed
                            || (OF_REQUESTS.contains(kind)
                                    && words.text(mention.to()).equals("of")));
            if (which) {
                states(Element.STATISTIC, mention);
            } else {
                targets.add(mention);
                taken.add(new Phrase.Span(
                        mention.sense() == Sense.BARE ? mention.number() : mention.from(), mention.to()));
            }
        }
    }

    /// `20 tokens per second`, where the time for each is promised.
    private boolean isPace(Mention mention) {
        return kind == RequirementKind.TIME_PER_OUTPUT_TOKEN && mention.measures() == Measures.RATE;
    }

    /// So many records to search, or so large a payload: what a time is promised for.
    private static boolean isAmount(Mention mention) {
        return switch (mention.measures()) {
            case COUNT -> mention.value() >= SMALLEST_SAMPLE && !mention.noun().isEmpty();
            case DATA, RATE -> true;
            case TIME, SHARE, MONEY, MASS, ENERGY, CLOCK, ORDINAL, COVERAGE, LABEL -> false;
        };
    }

    private boolean states(Element element, Mention mention) {
        stated.add(element);
        if (element == Element.STATISTIC) {
            statistics.add(mention);
        }
        taken.add(new Phrase.Span(mention.number(), mention.to()));
        return true;
    }
}
