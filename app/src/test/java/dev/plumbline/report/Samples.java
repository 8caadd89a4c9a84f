package dev.plumbline.report;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.Assumed;
import dev.plumbline.assessment.ComponentResult;
import dev.plumbline.assessment.Evidence;
import dev.plumbline.assessment.Figure;
import dev.plumbline.assessment.Interval;
import dev.plumbline.assessment.PathResult;
import dev.plumbline.assessment.Run;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// Assessments written by hand, one of each kind of verdict among them.
final class Samples {
    static final String FILE = "design.yaml";

    private Samples() {}

    static Place at(int line, int column, String text, int width) {
        return new Place(FILE, line, column, text, width);
    }

    static Verdict judged(String id, String meter, String target, double chance, Figure figure, String reason) {
        return new Verdict(
                id,
                Optional.of("The " + id + " one"),
                Optional.of(meter + " " + target),
                Optional.of(meter),
                Optional.of(target),
                Status.of(chance),
                OptionalDouble.of(chance),
                Optional.of(figure),
                List.of(new Evidence(
                        meter, Evidence.Kind.SIMULATED, figure, "simulation", List.of("ranker is 91 % busy"))),
                reason,
                at(31, 13, "  " + id + ": {must: " + meter + " " + target + "}", 5));
    }

    static Verdict unjudged(String id, Status status, Optional<String> must, String reason) {
        return new Verdict(
                id,
                Optional.of("The model should be accurate"),
                must,
                Optional.empty(),
                Optional.empty(),
                status,
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(),
                reason,
                at(64, 3, "  " + id + ": {}", id.length()));
    }

    static Figure figure(double value, double low, double high, String unit) {
        return new Figure(new Interval(value, low, high), unit);
    }

    static Diagnostic finding() {
        return new Diagnostic(
                Severity.WARNING,
                "requirement.vague",
                at(64, 16, "  trustworthy: {ask: \"The model should be accurate\"}", 36),
                "\"The model should be accurate\" names no metric, target or segment",
                "nobody can tell whether it was kept, and two readers will read two things",
                "write what is measured, such as \"must: auc of ranker >= 0.78 for every segment of country\"");
    }

    /// A design with one requirement and nothing else.
    static Assessment of(Verdict verdict) {
        return new Assessment(
                "d", FILE, List.of(verdict), List.of(), new TreeMap<>(), List.of(), new Run(1, 1, 0, 0, 0));
    }

    /// The feed ranking of the README, with one requirement of every status.
    static Assessment feedRanking() {
        return new Assessment(
                "feed-ranking",
                FILE,
                List.of(
                        judged(
                                "instant",
                                "p99 latency of rank at peak",
                                "<= 120 ms",
                                0.04,
                                figure(184.2345678901, 131, 260.4, "ms"),
                                "ranker is 91 % busy; 63 % of the slow requests' time is waiting for a batch"),
                        judged(
                                "survives",
                                "success of rank during launch",
                                ">= 99.5 %",
                                0.62,
                                figure(99.6134, 98.81, 99.954, "%"),
                                "ranker sheds 0.4 % of requests; daily_users decides it"),
                        judged(
                                "affordable",
                                "cost",
                                "<= 30k USD/month",
                                0.99,
                                figure(21_412.3, 17_980, 25_904, "USD/month"),
                                ""),
                        unjudged(
                                "useful",
                                Status.NO_EVIDENCE,
                                Optional.of("auc of ranker >= 0.78 for every segment of country"),
                                "nothing computed here can read \"auc of ranker\"; measure it"),
                        unjudged(
                                "trustworthy",
                                Status.UNMEASURABLE,
                                Optional.empty(),
                                "\"The model should be accurate\" names no metric, target or segment")),
                List.of(finding()),
                scenarios(),
                List.of(
                        new Assumed("replicas of gateway: 1", "none is given"),
                        new Assumed("arrivals of rank: poisson", "none is given"),
                        new Assumed("queue of gateway: without limit, fifo", "none is given"),
                        new Assumed("balance of gateway: random", "none is given")),
                new Run(42, 64, 11_234_567, 98_765_432, 2.0837));
    }

    static SortedMap<String, ScenarioResult> scenarios() {
        PathResult rank = new PathResult(
                100_000,
                99_000,
                600,
                0,
                400,
                0,
                0,
                new TreeMap<>(Map.of(
                        "mean", new Interval(0.041, 0.035, 0.052),
                        "p50", new Interval(0.032, 0.028, 0.04),
                        "p90", new Interval(0.085, 0.07, 0.11),
                        "p95", new Interval(0.11, 0.09, 0.15),
                        "p99", new Interval(0.184, 0.131, 0.26),
                        "p999", new Interval(0.31, 0.24, 0.52))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        PathResult grows = new PathResult(
                100_000,
                50_000,
                0,
                0,
                0,
                0,
                50_000,
                new TreeMap<>(),
                Optional.of("grows without bound: ranker is asked for 1.3x of its capacity"),
                Optional.empty(),
                Optional.empty(),
                List.of());
        ComponentResult ranker = ranker();
        ComponentResult gateway = new ComponentResult(
                new Interval(12345, 900, 16000),
                new Interval(0.11, 0.08, 0.17),
                new Interval(0.00001, 0, 0.00003),
                Interval.exactly(1),
                Interval.exactly(0.11),
                Interval.exactly(5),
                Optional.empty());
        return new TreeMap<>(Map.of(
                "peak",
                new ScenarioResult(
                        "peak",
                        new TreeMap<>(Map.of("rank", rank)),
                        new TreeMap<>(Map.of("ranker", ranker, "gateway", gateway)),
                        List.of()),
                "launch",
                new ScenarioResult(
                        "launch",
                        new TreeMap<>(Map.of("rank", grows)),
                        new TreeMap<>(Map.of("ranker", ranker)),
                        List.of())));
    }

    private static ComponentResult ranker() {
        return new ComponentResult(
                new Interval(1212.7, 900, 1600),
                new Interval(0.91, 0.8, 0.97),
                new Interval(0.0123, 0.008, 0.03),
                new Interval(12.4, 9, 17),
                new Interval(0.91, 0.8, 1.02),
                Interval.exactly(1),
                Optional.empty());
    }
}
