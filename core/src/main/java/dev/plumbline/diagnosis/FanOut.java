package dev.plumbline.diagnosis;

import dev.plumbline.assessment.Profile;
import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.simulation.Attribution;
import java.util.ArrayList;
import java.util.List;

/// A request waits for the slowest of many, which is slow far more often than each of them.
///
/// Of a hundred servers that are slow once in a hundred times, the slowest is slow in `1 - 0.99^100`, 63 % (J. Dean, L.
/// A. Barroso, "The Tail at Scale", Communications of the ACM 56(2), 2013).
final class FanOut implements Rule {
    private static final String RULE = "latency.fan-out";
    /// Fewer side by side are steps of their own, and the slow one of them is named by another rule.
    private static final int MANY = 4;

    @Override
    public List<Cause> of(Symptoms symptoms) {
        List<Cause> causes = new ArrayList<>();
        for (Profile.Remarked each : symptoms.slow().remarks()) {
            double seconds = each.seconds().value();
            if (each.remark() == Attribution.Remark.SLOWEST
                    && each.branches() >= MANY
                    && each.share() >= Symptoms.MATTERS) {
                causes.add(cause(symptoms, each, seconds));
            }
        }
        return causes;
    }

    static boolean is(Cause cause) {
        return cause.rule().equals(RULE);
    }

    private static Cause cause(Symptoms symptoms, Profile.Remarked fork, double seconds) {
        Place place = new Steps(symptoms.design())
                .forks(symptoms.path()).stream()
                        .filter(each -> each.branches().size() == fork.branches())
                        .findFirst()
                        .map(each -> each.place())
                        .orElse(symptoms.place(fork.component()));
        return new Cause(
                RULE,
                symptoms.path(),
                fork.component(),
                fork.share(),
                "%s spend %s on the slowest of %d x %s beyond what a mean one takes"
                        .formatted(symptoms.who(), symptoms.ofTheir(seconds), fork.branches(), fork.component()),
                "one slow answer in a hundred makes %s of requests slow that need %d answers"
                        .formatted(Quantity.percent(1 - Math.pow(0.99, fork.branches())), fork.branches()),
                "send a hedge after p95, wait for a quorum instead of all, or ask fewer",
                place);
    }
}
