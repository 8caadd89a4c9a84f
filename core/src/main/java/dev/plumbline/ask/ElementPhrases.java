package dev.plumbline.ask;

import dev.plumbline.requirement.RequirementKind;
import java.util.ArrayList;
import java.util.List;

/// Words by which elements are stated without a number of their own.
final class ElementPhrases {
    /// A load, state, fault or environment; EARS's While, When, Where and If.
    static final Filed<Phrase> CONDITIONS = Filed.phrases("""
            _ rush, (at|on|around|during) _? (end|lunchtime|noon|midday|night|weekends|christmas),
            (high|peak|holiday) season, black friday, launch day, (under|at|during|in|with|on) (a|an|the)?
            (normal|peak|heavy|high|full|maximum|average|typical|expected|forecast|planned) _?
            (load*|conditions|usage|use|traffic|operation*|circumstances|hours|demand|time*|volume),
            (at|during|under|in) (the|a)? _? peak, off peak, peak
            (load|hours|hour|traffic|time|times|usage|period), (business|office|working|trading|opening|normal)
            hours, (before|by|until) _? (am|pm), on a _? (phone|device|weekday|weekend), broken, provided that,
            as long as, given that, despite, regardless of, even (if|under|with), in case of, in the
            (case|event|presence|absence) of, on (failure|startup|restart|demand|scale),
            (after|following|from|during|through) (a|an|any|the|each|every)? ..
            (failure*|crash*|outage*|disaster*|fault*|restart|reboot|loss|partition|incident*|deploy*|scale|failover),
            (on|over|via|through|with) (a|an|the|any)? ..
            (connection*|network*|link|line|lan|wan|wifi|broadband|modem), (on|over|via|through|with)
            (a|an|the|any)? .. (hardware|device*|phone*|laptop|gpu|cpu|pc|computer|browser), without (any|a)? _?
            (degradation|degrading|loss|interruption|affecting), in offline mode, with _? _
            (unchanged|unaffected|kept), offline, (per|for|on) (each|every)? scale out, payload of, load of, at
            a rate of, for up? to? # _? concurrent, within the same _, during, for? dial up, (low|slow)
            bandwidth, at (present|current|today|forecast|expected) _, as _? (whole|entire) .. (queues|waits)""");

    /// Faults, by which a promise to recover says after what.
    static final Filed<Phrase> FAULTS = Filed.phrases("""
            fail, fails, failed, failing, failure*, faulty, drops, dropped, (is|are|was|gets) lost, crash*,
            outage*, breakdown*, disaster*, fault, faults, power (cut|loss|failure|outage), (loss|losing) of? _,
            lost connection*, without (a|an|the|any)? (network|internet|connect*), offline, interrupted,
            (drop*|cut*|go*) (out|off), die, dies, dying, unplanned, (lost|losing) _? _?
            (node|worker|server|link|connection|region|zone|disk|power|network), interruption*, restart*,
            reboot*, (burn*|goes|go) down, is (down|unavailable), comes back, attack*, corrupt*""");

    /// What is asked for in case of faults, and names one without saying that it happens.
    static final Filed<Phrase> TRAITS = Filed.phrases("""
            fault (tolera*|injection), (disaster|crash|failure|error) recovery, fail over, crash (safe|proof)""");

    /// Faults of a model, for which it has a substitute: it does not answer, or is not sure.
    static final Filed<Phrase> DOUBTS = Filed.phrases("""
            fail*, crash*, outage*, down, unavailable, confidence, unsure, uncertain, confident, offline,
            (not|no|cannot) answer, (is|are) (down|unavailable), times out, (takes|longer|slower) than, too
            (long|slow), takes longer, without the (model|network|device)""");

    /// What makes a start a cold one.
    static final Filed<Phrase> STARTS = Filed.phrases("""
            cold start, power* (on|off), (switched|turned) on, first time, idle, after ..
            (deployment|deploy|update|reboot|installation), scale out, (new|fresh|newly|freshly) _, from zero,
            first (request|call|prediction|answer|use), scale*""");

    /// How a number is expected to grow, without which a capacity is that of one day.
    static final Filed<Phrase> GROWTH = Filed.phrases("""
            (expected|projected|planned|forecast) to (grow|increase|rise), (within|in|by) _ (year|years|months),
            (today|now) .. #, will (grow|increase|rise), (grow*|increas*|ris*) (to|by|#) _, within the next
            (year|month*|#), per (year|month) growth, over the? next _""");

    /// What a sum of money is to include.
    static final Filed<Phrase> INCLUSIVE = Filed.phrases("""
            total, tco, all in, (including|with) idle, everything included, at ..
            (load|volume|requests|users)""");

    /// Steps in load, from which a system has to scale.
    static final Filed<Phrase> STEPS = Filed.phrases("""
            (rise|growth|increase|peak|burst|spike*|surge*) (of|in) _, doubl*, tripl*, tenfold, times as
            (many|much), twice the, from # to #""");

    /// Which requests count.
    static final Filed<Phrase> STATISTICS = Filed.phrases("""
            percentile, median, mean, average, on average, worst case, in the worst case, tail,
            (maximum|max|worst|longest|peak)
            (response|reply|latency|wait*|load*|processing|delay|age|lag|turnaround|transaction|search|query|access)
            (time|times|latency|delay|age)?, (maximum|max|minimum|average|mean|median)
            (time|latency|delay|age|duration|lag), (every|each|any|all) (single|individual|incoming)?
            (request*|response*|query|queries|call*|search*|transaction*|prediction*|record*|event*|message*),
            (most|half|majority) of the (time|requests|cases|queries), standard deviation""");

    /// Over how long, or over which sample.
    static final Filed<Phrase> WINDOWS = Filed.phrases("""
            (first|last|next|past|previous|every|half) (year|yearly|month|quarter|week),
            (per|each|every|any|in|over|within|this) (a|any|each|every|the|one)? (calendar|given|rolling)?
            (day|week|month|quarter|year|semester|season), annual, rolling, horizon, # _? (a|an)
            (day|week|month|quarter|year), (once|twice) (a|per) _, (all|whole|entire) year, year round,
            (per|each|every) release, (over|during|for|in) the
            (first|last|next|past|previous|following|preceding) # _,
            (observation|measurement|evaluation|reporting|measuring|rolling|sliding) (window|period|interval),
            per (campaign|audit|quarter|semester), (first|last|next|past|previous) # (business|working)?
            (days|weeks|months|years|hours), (day|week|month|quarter|year) (by|in|after) _, (trading|business)
            (day|week), (checked|judged|audited|reviewed|measured)
            (hourly|daily|weekly|monthly|quarterly|yearly), # week (test|trial|season|experiment|period), from
            one (day|week|month|release) to""");

    /// Samples stand for a window where predictions are judged.
    static final Filed<Phrase> SAMPLES = Filed.phrases("""
            (on|in|over|against|across|using|for) (a|an|the|our|any|each|every)? ..
            (benchmark*|test*|validation|holdout|evaluation|sample*|dataset*|corpus|suite|set|golden|audit),
            held out, (benchmark|test|evaluation|validation|golden|holdout)
            (set|sets|data|suite|dataset|corpus), sample of, at # (samples|examples)""");

    /// For whom, where predictions are judged.
    static final Filed<Phrase> GROUPS = Filed.phrases("""
            @group, (in|across|for|at|within) (all|every|each|any) _ _?, among _, segment, segments, region,
            regions, country, countries, slice, slices, categor*, stratified, representative, population*,
            (each|every|per|any|all) _?
            (class*|customer*|user*|tenant*|product*|market*|merchant*|label|type*|source|channel|store|site),
            across (all|the|every|different)? _, between (any|the|all)? _ and, for
            (all|every|each|any|new|older|younger) _? (users|customers|people|patients|applicants|speakers),
            worst performing""");

    /// By what it is measured.
    static final Filed<Phrase> METERS = Filed.phrases("""
            measured (at|by|with|from|on|in|using|via|as|over), as (measured|reported|recorded|observed)
            (at|by|in|from), according to, (verified|monitored|tracked|assessed)
            (by|with|using|via|through), at the (gateway|client|load|server|edge|browser|api),
            (synthetic|external) (probe|probes|monitor*)""");

    private static final Filed<Phrase> NONE = Filed.phrases("");

    private ElementPhrases() {}

    /// What else states the condition of a requirement of that kind.
    static Filed<Phrase> conditions(RequirementKind kind) {
        return switch (kind) {
            case RECOVERY, DURABILITY -> FAULTS;
            case FALLBACK -> DOUBTS;
            case SCALING -> STEPS;
            case COLD_START -> STARTS;
            case CAPACITY -> GROWTH;
            case COST -> INCLUSIVE;
            case LATENCY,
                    TIME_TO_FIRST_TOKEN,
                    TIME_PER_OUTPUT_TOKEN,
                    THROUGHPUT,
                    AVAILABILITY,
                    FRESHNESS,
                    STALENESS,
                    QUALITY,
                    CALIBRATION,
                    ONLINE_EFFECT,
                    FAIRNESS,
                    DRIFT,
                    LABEL_DELAY,
                    SKEW,
                    PRIVACY,
                    RESIDENCY,
                    EXPLAINABILITY,
                    RETRAINING,
                    ROLLBACK,
                    SAFETY,
                    CARBON,
                    AUDIT,
                    USABILITY,
                    SECURITY,
                    OBSERVABILITY,
                    DEPLOYABILITY,
                    BATCH_DURATION,
                    MAINTAINABILITY,
                    PORTABILITY,
                    COMPLIANCE,
                    INTEROPERABILITY -> NONE;
        };
    }

    /// Whether one of the phrases stands within some words.
    static boolean within(Filed<Phrase> phrases, Words words, Phrase.Span span) {
        for (int i = span.from(); i < span.to(); i++) {
            for (Phrase phrase : phrases.startingWith(words.text(i))) {
                if (phrase.match(words, i).orElse(Integer.MAX_VALUE) <= span.to()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The words that phrases take.
    static List<Phrase.Span> spans(Filed<Phrase> phrases, Words words) {
        List<Phrase.Span> spans = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (Phrase phrase : phrases.startingWith(words.text(i))) {
                int from = i;
                phrase.match(words, i).ifPresent(to -> spans.add(new Phrase.Span(from, to)));
            }
        }
        return spans;
    }

    /// Whether one of the phrases stands in the sentence, outside of the words taken.
    static boolean any(Filed<Phrase> phrases, Words words, List<Phrase.Span> taken) {
        for (int i = 0; i < words.size(); i++) {
            for (Phrase phrase : phrases.startingWith(words.text(i))) {
                var end = phrase.match(words, i);
                int from = i;
                if (end.isPresent() && taken.stream().noneMatch(span -> span.overlaps(from, end.getAsInt()))) {
                    return true;
                }
            }
        }
        return false;
    }
}
