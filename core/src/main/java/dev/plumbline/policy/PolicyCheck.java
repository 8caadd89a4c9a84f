package dev.plumbline.policy;

import dev.plumbline.design.Design;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/// Finds the policies of a design that cannot do what they are there for. Nothing is simulated: the rules compare what
/// the design states, in the middle of what is not known, and how busy its components are at peak by arithmetic.
public final class PolicyCheck {
    private static final List<PolicyRule> RULES = List.of(
            new HedgeAfterTimeout(),
            new HedgeOnBusy(),
            new TimeoutBeyondCaller(),
            new RetriesBeyondCaller(),
            new RetryWithoutBudget(),
            new RetryWithoutJitter(),
            new BatchWaitBeyondTarget(),
            new FallbackBeyondTarget(),
            new QueueBeyondTimeout());

    private PolicyCheck() {}

    /// What is found, in file order.
    public static List<Diagnostic> of(Design design) {
        Policed policed = Policed.of(design);
        List<Diagnostic> found = new ArrayList<>();
        RULES.forEach(rule -> found.addAll(rule.of(policed)));
        return new Diagnostics(found).all();
    }
}
