package dev.plumbline.ask;

import dev.plumbline.ask.WordRule.Guard;
import dev.plumbline.diagnostic.Severity;
import java.util.List;

/// The rules about the words of an ask. Their lists follow ISO/IEC/IEEE 29148:2018, 5.2.7, and what Femmer et al.
/// (2017)
/// found in practice, with what is said of machine learning.
final class WordRules {
    static final List<WordRule> ALL = List.of(
            new WordRule(
                    "ask.vague-quality",
                    Severity.WARNING,
                    Filed.phrases("""
            fast, quick, quickly, rapid, rapidly, instant, instantly, responsive, snappy, smooth, real time,
            realtime, near instant, low latency, accurate, accurately, relevant, precise, robust, scalable,
            reliable, reliably, secure, securely, safe, safely, stable, resilient, trustworthy, helpful,
            useful, good, fair, fairly, equitable, unbiased, explainable, transparent, understandable,
            interpretable, user friendly, easy to use, easy, easily, intuitive, intuitively, seamless,
            seamlessly, high availability, highly available, high (quality|performance|accuracy), efficient,
            efficiently, flexible, modern, professional, attractive, simple, cheap, affordable, up to date,
            fresh, cost effective"""),
                    Guard.NONE,
                    "everybody agrees with it, and each means another number",
                    "name what is measured, and the value it must reach"),
            new WordRule(
                    "ask.vague-amount",
                    Severity.WARNING,
                    Filed.phrases("""
            many, most, some, several, a? large number of?, large (amount|amounts|volume|volumes), multiple,
            few, a lot, lots of, sufficient, sufficiently, adequate, adequately, acceptable, reasonable,
            reasonably, timely, regularly, continuously, periodically, soon, frequently, often, early,
            quickly enough, significant, significantly, minimal, appropriate, appropriately, hardly any,
            small"""),
                    WordRules::uncounted,
                    "no number says when it is enough",
                    "write a number and its unit"),
            new WordRule(
                    "ask.comparative-without-baseline",
                    Severity.WARNING,
                    Filed.phrases("""
            faster, slower, better, cheaper, quicker, smoother, easier, higher
            (accuracy|quality|throughput), lower (latency|cost|costs|error), more
            (accurate|relevant|reliable|robust|useful|efficient|secure|stable), fewer
            (errors|mistakes|alerts), at least as (good|fast|accurate|cheap) as, improve, improves,
            improved, (reduce|reduces|increase|increases) _? _? by, no worse than, outperform*"""),
                    (words, mentions, match) -> !hasBaseline(words, mentions, match),
                    "nobody knows the value it is compared with, nor whether that value stays",
                    "name the baseline and its value: \"recall of 0.80, from 0.76 today\""),
            new WordRule(
                    "ask.escape-clause",
                    Severity.WARNING,
                    Filed.phrases("""
            if possible, (where|when|whenever) possible, as (soon|quickly|fast|far|much) as possible, as
            appropriate, where appropriate, if necessary, as necessary, as needed, where practicable, if
            practical, as far as practicable, commercially reasonable, unless otherwise?
            (noted|specified|stated), best effort*, reasonable effort*, to the extent possible, if feasible,
            where feasible, ideally, hopefully"""),
                    Guard.NONE,
                    "it lets every case out",
                    "state the exception and the share of cases it may take"),
            new WordRule(
                    "ask.absolute",
                    Severity.WARNING,
                    Filed.phrases("""
            always, never, 100 (%|percent), zero
            (downtime|errors|error|data|defects|loss|bias|hallucinations|false), no
            (downtime|errors|failures|data|bias|mistakes|outage), all, 24 x7, 24 (x|/) 7, 24 hours (a|per)
            day, any, every, ever, completely, fully, perfect, perfectly, nobody, no one, must not fail,
            cannot (fail|go)"""),
                    WordRules::claims,
                    "one counterexample breaks it, and no test can show that there is none",
                    "state the share that is tolerated, such as 99.9 % over 30 days"),
            new WordRule(
                    "ask.open-ended",
                    Severity.HINT,
                    Filed.phrases("""
            etc, and so on, and so forth, including but not limited to, and / or, such as, for example, e .
            g, among others, or similar, and the like, not limited to"""),
                    Guard.NONE,
                    "nobody can tell when the list is done",
                    "list them all, or cut the rest"),
            new WordRule(
                    "ask.solution-not-need",
                    Severity.HINT,
                    Filed.phrases("""
            horizontal scaling, scale horizontally, microservice*, kubernetes, kafka, redis, postgres*,
            docker, serverless, blockchain, rest api*, grpc, graphql, load balancer, message queue, aws,
            azure, gcp, spark, airflow, lambda, mongodb, elasticsearch, caching, deep learning, neural
            network*, transformer, gpt, xgboost, rabbitmq, cassandra, snowflake"""),
                    Guard.NONE,
                    "it decides the means before the end is known",
                    "say what it is for, and leave the means to \"decisions:\""),
            new WordRule(
                    "ask.placeholder",
                    Severity.ERROR,
                    Filed.phrases("""
            tbd, tbc, tba, tbs, to be (determined|defined|confirmed|decided|agreed), xx, xxx, (x|y|n)
            (%|percent|ms|seconds|minutes|hours|users|days), threshold to be,
            (predetermined|configured|predefined|specified|agreed|given|certain|acceptable)
            (threshold*|limit*|level*|value*|range*|number|period|amount)"""),
                    Guard.NONE,
                    "the one value that matters is not there",
                    "write the value, or leave \"status: open\" and say who will"),
            new WordRule(
                    "ask.no-actor",
                    Severity.HINT,
                    Filed.phrases("(shall|must|should|will|can) be *ed"),
                    (words, _, match) -> !namesActor(words, match),
                    "nobody is named who does it, so nobody has to",
                    "name the component or the team that does it"),
            new WordRule(
                    "ask.not-english",
                    Severity.WARNING,
                    Filed.phrases("_"),
                    (words, _, _) -> !English.is(words),
                    "asks are read in English alone, so that no more than its numbers were understood",
                    "translate it, and keep the original beside it as a comment"));

    private WordRules() {}

    /// All entries, for the test that makes each of them speak.
    static List<Phrase> lexicon() {
        return ALL.stream().flatMap(rule -> rule.phrases().all().stream()).toList();
    }

    private static boolean uncounted(Words words, List<Mention> mentions, Phrase.Span match) {
        return mentions.stream().noneMatch(each -> match.overlaps(each.from(), each.to()))
                && !words.text(match.to()).equals("than");
    }

    /// `every 15 minutes` and `in any month` count instead of claiming.
    private static boolean claims(Words words, List<Mention> mentions, Phrase.Span match) {
        String next = words.text(match.to());
        boolean rhythm = mentions.stream().anyMatch(each -> each.number() == match.to());
        return !rhythm && !UnitWords.isTime(next) && !next.equals("segment") && !next.equals("release");
    }

    private static boolean hasBaseline(Words words, List<Mention> mentions, Phrase.Span match) {
        for (int i = match.to(); i < words.size(); i++) {
            int at = i;
            boolean anchor = words.text(i).matches("from|today|baseline|currently|now|than|as");
            if (anchor && mentions.stream().anyMatch(each -> each.number() > at && each.number() <= at + 4)) {
                return true;
            }
        }
        return false;
    }

    /// A passive that says by whom.
    private static boolean namesActor(Words words, Phrase.Span match) {
        for (int i = match.to(); i < words.size() && !words.get(i).isStop(); i++) {
            if (words.text(i).equals("by") && !Numerals.at(words, i + 1)) {
                return true;
            }
        }
        return false;
    }
}
