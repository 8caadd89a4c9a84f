package dev.plumbline.ask;

import dev.plumbline.ask.Mention.Measures;
import dev.plumbline.requirement.RequirementKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an ask is about: the kind for which its words, its quantities and its circumstances speak most.
final class Topic {
    /// What a quantity tells that more than one kind is measured in.
    private static final double HINT = 2;
    /// What a quantity tells that one kind alone is measured in.
    private static final double SIGN = 4;
    /// The longest time, in seconds, for which somebody would wait.
    private static final double SHORT = 120;

    private static final double DAY = 86_400;
    /// From which number on things are a load or a stock.
    private static final double MANY = 20;
    /// Words in front of a time over which something is judged.
    private static final Set<String> SPANS = Words.list("""
            any each every over per rolling first last next past previous following calendar""");
    /// What people do to get somewhere.
    private static final Set<String> STEPS = Words.list("""
            steps clicks taps screens keystrokes presses swipes attempts tries""");
    /// What answers, and has a substitute when it cannot.
    private static final Filed<Phrase> ANSWERERS = Filed.phrases("""
            model*, recommender*, ranker*, classifier*, scorer*, confidence, predict*, inference, llm""");

    /// What is promised by itself, so that a count beside it is of something else.
    private static final Set<Measures> EXACT =
            EnumSet.of(Measures.TIME, Measures.SHARE, Measures.RATE, Measures.MONEY, Measures.ORDINAL);

    private final Words words;
    private final List<Phrase.Span> asides;
    private final Map<RequirementKind, Double> weights;

    private Topic(Words words) {
        this.words = words;
        this.asides = Clauses.asides(words);
        this.weights = new EnumMap<>(KindCues.weigh(words));
    }

    /// The kind of the sentence, whatever it lacks.
    static RequirementKind of(Words words, List<Mention> mentions) {
        Topic topic = new Topic(words);
        mentions.forEach(topic::quantity);
        topic.together(mentions);
        topic.fault();
        return topic.heaviest();
    }

    private RequirementKind heaviest() {
        RequirementKind best = People.named(words) ? RequirementKind.USABILITY : RequirementKind.QUALITY;
        double most = 0;
        for (RequirementKind kind : RequirementKind.values()) {
            double weight = weights.getOrDefault(kind, 0.0);
            if (weight > most) {
                most = weight;
                best = kind;
            }
        }
        return best;
    }

    private void speaks(RequirementKind kind, double weight) {
        weights.merge(kind, weight, Double::sum);
    }

    /// What is promised for the case that something fails is that all is well again, or that something else answers.
    private void fault() {
        for (Phrase.Span aside : asides) {
            boolean answers = ElementPhrases.within(ANSWERERS, words, aside);
            if (answers && ElementPhrases.within(ElementPhrases.DOUBTS, words, aside)) {
                speaks(RequirementKind.FALLBACK, HINT);
            } else if (ElementPhrases.within(ElementPhrases.FAULTS, words, aside)) {
                speaks(RequirementKind.RECOVERY, HINT);
            }
        }
    }

    /// So many things are what is promised where nothing else is, and a share beside a short time is one of requests.
    private void together(List<Mention> mentions) {
        List<Measures> measures = mentions.stream()
                .filter(each -> asides.stream().noneMatch(aside -> aside.overlaps(each.number(), each.to())))
                .filter(each -> each.measures() != Measures.TIME || each.value() <= SHORT)
                .map(Mention::measures)
                .toList();
        boolean things = mentions.stream()
                .anyMatch(each -> each.measures() == Measures.COUNT
                        && each.value() >= MANY
                        && each.noun().endsWith("s"));
        if (things && measures.contains(Measures.COUNT) && Collections.disjoint(measures, EXACT)) {
            speaks(RequirementKind.CAPACITY, 1);
        }
        if (measures.contains(Measures.ORDINAL) && measures.contains(Measures.TIME)) {
            speaks(RequirementKind.LATENCY, 1);
        }
        if (measures.contains(Measures.SHARE) && measures.contains(Measures.TIME)) {
            speaks(RequirementKind.LATENCY, 1);
        }
    }

    /// Counts a quantity for the kinds that are measured so; half where it belongs to the circumstances.
    private void quantity(Mention mention) {
        boolean aside = asides.stream().anyMatch(each -> each.overlaps(mention.number(), mention.number() + 1));
        double share = aside ? 0.5 : 1;
        switch (mention.measures()) {
            case TIME -> time(mention, share);
            case ORDINAL -> speaks(RequirementKind.LATENCY, share);
            case MONEY -> speaks(RequirementKind.COST, SIGN * share);
            case MASS, ENERGY -> speaks(RequirementKind.CARBON, SIGN * share);
            case RATE -> speaks(RequirementKind.THROUGHPUT, HINT * share);
            case COVERAGE -> speaks(RequirementKind.AVAILABILITY, SIGN * share);
            case CLOCK -> speaks(RequirementKind.AVAILABILITY, HINT * share);
            case DATA -> speaks(RequirementKind.CAPACITY, share);
            case SHARE -> {
                if (People.follow(words, mention.to() - 1)) {
                    speaks(RequirementKind.USABILITY, SIGN);
                }
            }
            case COUNT -> {
                if (STEPS.contains(mention.noun())) {
                    speaks(RequirementKind.USABILITY, SIGN);
                }
            }
            case LABEL -> {}
        }
    }

    /// A time over which something is judged speaks for nothing, and one of days neither: nobody waits for it, and no
    /// job takes it.
    private void time(Mention mention, double share) {
        if (mention.value() <= SHORT) {
            speaks(RequirementKind.LATENCY, HINT * share);
            return;
        }
        boolean span = mention.noun().equals("rhythm")
                || SPANS.contains(words.text(mention.number() - 1))
                || mention.value() >= DAY;
        if (!span) {
            speaks(RequirementKind.BATCH_DURATION, HINT * share);
        }
    }
}
