package dev.plumbline.diagnosis;

import dev.plumbline.assessment.Assessment;
import dev.plumbline.assessment.PathResult;
import dev.plumbline.assessment.ScenarioResult;
import dev.plumbline.assessment.Status;
import dev.plumbline.assessment.Verdict;
import dev.plumbline.design.Design;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds why the slow requests of a path are slow.
public final class Diagnosis {
    private static final List<Rule> RULES = List.of(
            new Saturation(),
            new Bursts(),
            new BatchWait(),
            new FanOut(),
            new HeavyTail(),
            new HeadOfLine(),
            new UnbalancedReplicas(),
            new Pauses(),
            new ColdCache(),
            new ColdStart(),
            new LateScaling(),
            new TimeoutThenFallback(),
            new LostTries(),
            new SlowService());

    private final Design design;

    public Diagnosis(Design design) {
        this.design = design;
    }

    /// The causes on one path in one scenario, the largest share first.
    public List<Cause> of(ScenarioResult scenario, String path) {
        PathResult result = scenario.paths().get(path);
        if (result == null) {
            return List.of();
        }
        List<Cause> causes = new ArrayList<>(RetryStorm.of(design, scenario, path));
        Overload.of(design, scenario, path, result).ifPresent(causes::add);
        result.profile().ifPresent(profile -> {
            Symptoms symptoms = new Symptoms(design, scenario, path, result, profile);
            RULES.forEach(rule -> causes.addAll(rule.of(symptoms)));
        });
        Map<String, Double> forks = new HashMap<>();
        causes.stream().filter(FanOut::is).forEach(each -> forks.put(each.component(), each.share()));
        causes.sort(Comparator.comparingDouble((Cause cause) -> weight(cause, forks))
                .reversed());
        return causes;
    }

    /// What a fork waits for is served slowly too: that comes second to the fork. A storm comes first: it makes all
    /// requests slow, though not on an ordinary day.
    private static double weight(Cause cause, Map<String, Double> forks) {
        if (RetryStorm.is(cause)) {
            return 1 + cause.share();
        }
        double fork = forks.getOrDefault(cause.component(), 1.0);
        return FanOut.is(cause) ? cause.share() : Math.min(cause.share(), Math.nextDown(fork));
    }

    /// The causes on all paths in all scenarios of an assessment, as findings.
    public List<Diagnostic> of(Assessment assessment) {
        List<Diagnostic> findings = new ArrayList<>();
        for (ScenarioResult scenario : assessment.scenarios().values()) {
            for (String path : scenario.paths().keySet()) {
                of(scenario, path).forEach(cause -> findings.add(cause.finding(scenario.scenario())));
            }
        }
        return findings;
    }

    /// The assessment with the causes of what is missed or at risk among its findings. A cause that shows in several
    /// scenarios is told of the first in which its requirement is judged. Storms of retries are told even where all
    /// is met.
    public Assessment explained(Assessment assessment) {
        Set<String> unkept = new HashSet<>();
        for (Verdict verdict : assessment.verdicts()) {
            if (verdict.status() == Status.MISSED || verdict.status() == Status.AT_RISK) {
                unkept.add(verdict.id());
            }
        }
        List<Diagnostic> findings = new ArrayList<>(assessment.findings());
        Set<String> told = new HashSet<>();
        for (ScenarioResult scenario : assessment.scenarios().values()) {
            scenario.paths().forEach((path, result) -> {
                boolean due = result.requirements().stream().anyMatch(unkept::contains);
                for (Cause cause : due ? of(scenario, path) : RetryStorm.of(design, scenario, path)) {
                    if (told.add(cause.rule() + " " + cause.component() + " " + path)) {
                        findings.add(cause.finding(scenario.scenario()));
                    }
                }
            });
        }
        return assessment.with(new Diagnostics(findings).all());
    }
}
