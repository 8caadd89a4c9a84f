package dev.plumbline.review;

import dev.plumbline.assessment.Settings;
import dev.plumbline.assessment.Trial;
import dev.plumbline.assessment.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/// One search for mends of one requirement.
///
/// It has three grades: few worlds for all candidates, more for those that look well, and at last all worlds and all
/// requirements for the few that would be proposed.
final class Search {
    private static final int FEWEST_WORLDS = 6;
    private static final int FEWEST_REQUESTS = 2_000;
    private static final double WORTH = 0.01;
    /// A drop in chance that few worlds may show by luck.
    private static final double DOUBT = 0.2;
    /// A gain of so many worlds is one.
    private static final double LEAST = 0.5;

    private static final int PARTS = 12;
    private static final int BEAM = 6;
    private static final int NARROWED = 16;
    private static final int PROPOSED = 8;
    private static final double SCREENING = 0.5;
    private static final double NARROWING = 0.7;
    private static final double WHOLE = 1;

    private final Trials trials;
    private final Settings settings;
    private final String requirement;
    private final Trial before;
    private final Knobs knobs;
    private final Set<Set<String>> seen = new HashSet<>();
    private final Map<Settings, Trial> standing = new HashMap<>();
    private final Set<String> hurt = new TreeSet<>();
    private int skipped;
    private final Set<Set<String>> dropped = new HashSet<>();
    private Mends.End end = Mends.End.COMPLETE;

    /// @param before the design as it stands, at these settings and against all requirements
    Search(Trials trials, Settings settings, String requirement, Trial before, Knobs knobs) {
        this.trials = trials;
        this.settings = settings;
        this.requirement = requirement;
        this.before = before;
        this.knobs = knobs;
    }

    /// What a search found.
    record Found(List<Mend> mends, Mends.Tried tried) {}

    Found among(List<Move> moves) {
        Settings few = settings.withWorlds(Math.min(settings.worlds(), Math.max(FEWEST_WORLDS, settings.worlds() / 8)))
                .withRequests(Math.min(settings.requests(), Math.max(FEWEST_REQUESTS, settings.requests() / 3)));
        Settings more = settings.withWorlds(Math.max(few.worlds(), settings.worlds() / 2))
                .withRequests(Math.max(few.requests(), settings.requests() / 2));
        List<Scored> screened = new ArrayList<>();
        List<Scored> narrowed = new ArrayList<>();
        List<Scored> proposed = new ArrayList<>();
        trials.bounded();
        try {
            screen(moves, few, screened);
            List<Scored> helping = helping(screened, few);
            judge(Scored.best(helping, NARROWED), more, narrowed);
            List<Scored> finalists = Scored.best(helping(narrowed, more), PROPOSED);
            propose(finalists, proposed);
        } catch (CancellationException e) {
            end = trials.interrupted() ? Mends.End.INTERRUPTED : Mends.End.SPENT;
        }
        boolean confirmed = !proposed.isEmpty() || end == Mends.End.COMPLETE;
        List<Scored> best = confirmed ? proposed : unhurt(narrowed.isEmpty() ? screened : narrowed);
        List<Mend> mends = Scored.front(gaining(best)).stream()
                .map(each -> mend(each, confirmed))
                .toList();
        return new Found(mends, new Mends.Tried(trials.candidates(), skipped, dropped.size(), List.copyOf(hurt), end));
    }

    /// Single moves, then pairs, triples, and fewer machines for those that have enough.
    private void screen(List<Move> moves, Settings few, List<Scored> screened) {
        List<Candidate> singles =
                moves.stream().flatMap(move -> Candidate.of(move).stream()).toList();
        score(singles, few, "trying single edits", screened);
        List<Scored> one = List.copyOf(screened);
        List<Scored> parts = parts(one, few);
        score(combined(parts, one, few), few, "trying pairs", screened);
        List<Scored> two = screened.subList(one.size(), screened.size());
        List<Scored> beam = Scored.best(helping(List.copyOf(two), few), BEAM);
        score(combined(beam, parts, few), few, "trying triples", screened);
        for (int i = 0; i < 2; i++) {
            List<Candidate> between = between(Scored.best(helping(screened, few), BEAM));
            score(between, few, "trying fewer machines", screened);
        }
    }

    /// Those that help most, at most two for a knob.
    private List<Scored> parts(List<Scored> singles, Settings at) {
        Map<String, Integer> byKnob = new HashMap<>();
        return singles.stream()
                .filter(each -> gain(each, at) > WORTH)
                .sorted(Comparator.comparingDouble(Scored::shortfall))
                .filter(each -> byKnob.merge(each.candidate().moves().getFirst().what(), 1, Integer::sum) <= 2)
                .limit(PARTS)
                .toList();
    }

    /// Each of the one kind with each of the other, the most promising first.
    private List<Candidate> combined(List<Scored> some, List<Scored> others, Settings at) {
        record Pair(Candidate both, double promise) {}
        List<Pair> pairs = new ArrayList<>();
        Set<Set<String>> twice = new HashSet<>();
        for (Scored one : some) {
            for (Scored other : others) {
                one.candidate()
                        .and(other.candidate())
                        .filter(both -> twice.add(both.key()))
                        .ifPresent(both -> pairs.add(new Pair(both, gain(one, at) + gain(other, at))));
            }
        }
        return pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::promise).reversed())
                .map(Pair::both)
                .toList();
    }

    /// The same with fewer added replicas.
    private List<Candidate> between(List<Scored> good) {
        List<Candidate> found = new ArrayList<>();
        for (Scored each : good) {
            for (Move move : each.candidate().moves()) {
                move.copies()
                        .ifPresent(copies -> fewer(copies)
                                .forEach(count -> knobs.replicas(copies.component(), count)
                                        .flatMap(instead -> each.candidate().with(instead, move))
                                        .ifPresent(found::add)));
            }
        }
        return found;
    }

    /// Halfway back to where they were, a quarter of the way, and one less.
    private static List<Integer> fewer(Move.Copies copies) {
        int middle = (copies.from() + copies.to()) / 2;
        return IntStream.of(middle, (middle + copies.to()) / 2, copies.to() - 1)
                .filter(count -> count > copies.from() && count < copies.to())
                .distinct()
                .boxed()
                .toList();
    }

    /// Tries the candidates that were not tried before, as long as the budget lasts.
    ///
    /// @param found what they showed is added one by one, so that it is there when the search is cut off
    private void score(List<Candidate> candidates, Settings at, String what, List<Scored> found) {
        List<Candidate> fresh =
                candidates.stream().filter(each -> !seen.contains(each.key())).toList();
        for (int i = 0; i < fresh.size(); i++) {
            if (trials.spent(SCREENING)) {
                skipped += fresh.size() - i;
                end = Mends.End.SPENT;
                break;
            }
            trials.say(what, i, fresh.size());
            Candidate candidate = fresh.get(i);
            if (seen.add(candidate.key())) {
                trials.counted();
                trial(candidate, at).ifPresent(found::add);
            }
        }
    }

    private void judge(List<Scored> some, Settings at, List<Scored> found) {
        for (int i = 0; i < some.size(); i++) {
            if (i > 0 && trials.spent(NARROWING)) {
                end = Mends.End.SPENT;
                break;
            }
            trials.say("comparing the best", i, some.size());
            trial(some.get(i).candidate(), at).ifPresent(found::add);
        }
    }

    private Optional<Scored> trial(Candidate candidate, Settings at) {
        return trials.of(candidate.patch(), at, new Trial.Scope.Near(requirement))
                .map(trial -> Scored.of(candidate, trial, requirement));
    }

    /// Judges the finalists in all worlds and against all requirements, and keeps those that hurt none.
    private void propose(List<Scored> finalists, List<Scored> proposed) {
        for (int i = 0; i < finalists.size(); i++) {
            if (i > 0 && trials.spent(WHOLE)) {
                end = Mends.End.SPENT;
                skipped += finalists.size() - i;
                return;
            }
            trials.say("confirming", i, finalists.size());
            Candidate candidate = finalists.get(i).candidate();
            Optional<Trial> trial = trials.of(candidate.patch(), settings, new Trial.Scope.All());
            if (trial.isPresent() && harmless(candidate, before, trial.get(), settings, 0)) {
                proposed.add(Scored.of(candidate, trial.get(), requirement));
            }
        }
    }

    /// Those that help and, as far as these worlds show, hurt nobody.
    private List<Scored> helping(List<Scored> some, Settings at) {
        return some.stream()
                .filter(each -> gain(each, at) > WORTH)
                .filter(each -> harmless(each.candidate(), standing(at), each.trial(), at, DOUBT))
                .toList();
    }

    private boolean harmless(Candidate candidate, Trial was, Trial is, Settings at, double doubt) {
        List<String> worse = Harm.of(was, is, requirement, at.worlds(), doubt);
        if (!worse.isEmpty()) {
            hurt.addAll(worse);
            dropped.add(candidate.key());
        }
        return worse.isEmpty();
    }

    /// Those of which no harm has been seen.
    private List<Scored> unhurt(List<Scored> some) {
        return some.stream()
                .filter(each -> !dropped.contains(each.candidate().key()))
                .toList();
    }

    private double gain(Scored scored, Settings at) {
        double was = standing(at).shortfalls().getOrDefault(requirement, Double.POSITIVE_INFINITY);
        return was - scored.shortfall();
    }

    /// Those that make it likelier that the requirement is met; where none does, those that come nearer.
    private List<Scored> gaining(List<Scored> some) {
        double was = before.verdict(requirement)
                .flatMap(verdict -> verdict.chance().stream().boxed().findFirst())
                .orElse(0.0);
        List<Scored> likelier = some.stream()
                .filter(each -> each.chance() - was > LEAST / settings.worlds())
                .toList();
        double lacked = before.shortfalls().getOrDefault(requirement, Double.POSITIVE_INFINITY);
        return likelier.isEmpty()
                ? some.stream()
                        .filter(each -> lacked - each.shortfall() > WORTH)
                        .toList()
                : likelier;
    }

    /// The design as it stands, at these settings.
    private Trial standing(Settings at) {
        return standing.computeIfAbsent(
                at,
                _ -> trials.of(Patch.NONE, at, new Trial.Scope.Near(requirement))
                        .orElse(before));
    }

    private Mend mend(Scored scored, boolean confirmed) {
        Verdict after = scored.trial().verdict(requirement).orElseThrow();
        List<String> unpriced = scored.candidate().moves().stream()
                .flatMap(move -> move.copies().stream())
                .map(Move.Copies::component)
                .filter(scored.trial().unpriced()::contains)
                .toList();
        return new Mend(
                scored.candidate().moves(),
                scored.candidate().patch(),
                after,
                scored.trial().cost(),
                unpriced,
                scored.candidate().assumes(),
                confirmed);
    }
}
