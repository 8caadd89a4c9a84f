package dev.plumbline.review;

import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ways in which a call's policy can be turned: timeout, hedge, retries.
final class Policies {
    private static final List<String> HEDGES = List.of("p90", "p95", "p99");
    private static final String USUAL_HEDGE = "p95";
    private static final String BUDGET = "10 %";
    private static final String NONE = "none";

    private Policies() {}

    /// The moves of a call.
    ///
    /// @param retries whether another try could help, as it can where requests are lost
    static List<Move> of(Sites.Call call, boolean retries) {
        List<Move> moves = new ArrayList<>();
        String at = " of %s in %s".formatted(call.target(), call.path());
        Optional<Node.Mapping> policy = call.policy();
        if (policy.isEmpty()) {
            add("hedge" + at, call, "hedge: {after: %s}".formatted(USUAL_HEDGE), USUAL_HEDGE, moves);
            if (retries) {
                add("retries" + at, call, "retry: {times: 1, budget: %s}".formatted(BUDGET), "1", moves);
            }
            return moves;
        }
        timeout("timeout" + at, policy.get(), moves);
        hedge("hedge" + at, policy.get(), moves);
        retry(at, policy.get(), retries, moves);
        return moves;
    }

    /// A name alone becomes a mapping.
    private static void add(String what, Sites.Call call, String key, String to, List<Move> moves) {
        Edit edit = new Edit.Replace(call.node().span(), "{call: %s, %s}".formatted(call.target(), key));
        moves.add(Move.of(what, NONE, to, edit));
    }

    private static void timeout(String what, Node.Mapping policy, List<Move> moves) {
        Knobs.number(policy, "timeout").filter(now -> !now.isZero()).ifPresent(now -> {
            for (double factor : new double[] {0.5, 2}) {
                String to = now.times(factor).text();
                moves.add(Move.of(what, now.text(), to, Knobs.set(policy, "timeout", to)));
            }
        });
    }

    private static void hedge(String what, Node.Mapping policy, List<Move> moves) {
        Optional<Node.Mapping> hedge = Knobs.mapping(policy, "hedge");
        if (hedge.isEmpty()) {
            moves.add(Move.of(
                    what,
                    NONE,
                    USUAL_HEDGE,
                    new Edit.InsertKey(policy, "hedge", "{after: %s}".formatted(USUAL_HEDGE))));
            return;
        }
        String now = Knobs.text(hedge.get(), "after").orElse(NONE);
        for (String to : HEDGES) {
            if (!to.equals(now)) {
                moves.add(Move.of(what, now, to, Knobs.set(hedge.get(), "after", to)));
            }
        }
        moves.add(Move.of(what, now, NONE, new Edit.RemoveKey(policy, "hedge")));
    }

    private static void retry(String at, Node.Mapping policy, boolean retries, List<Move> moves) {
        Optional<Node.Mapping> retry = Knobs.mapping(policy, "retry");
        if (retry.isEmpty()) {
            if (retries) {
                String to = "{times: 1, budget: %s}".formatted(BUDGET);
                moves.add(Move.of("retries" + at, NONE, "1", new Edit.InsertKey(policy, "retry", to)));
            }
            return;
        }
        moves.add(Move.of("retries" + at, times(retry.get()), NONE, new Edit.RemoveKey(policy, "retry")));
        Knobs.number(retry.get(), "times").flatMap(Literal::whole).ifPresent(now -> {
            String more = Integer.toString(now + 1);
            moves.add(Move.of("retries" + at, now.toString(), more, Knobs.set(retry.get(), "times", more)));
        });
        String budget = Knobs.text(retry.get(), "budget").orElse(NONE);
        if (budget.equals(NONE)) {
            moves.add(Move.of("retry budget" + at, NONE, BUDGET, new Edit.InsertKey(retry.get(), "budget", BUDGET)));
        }
        Knobs.number(retry.get(), "budget").ifPresent(now -> {
            for (double factor : new double[] {0.5, 2}) {
                String to = now.times(factor).text();
                moves.add(Move.of("retry budget" + at, now.text(), to, Knobs.set(retry.get(), "budget", to)));
            }
        });
    }

    private static String times(Node.Mapping retry) {
        return Knobs.text(retry, "times").orElse("1");
    }
}
