package dev.plumbline.simulation;

import java.util.Arrays;

/// The state of a call's [Breaker] while it is simulated.
final class Circuit {
    private static final int PARTS = 10;

    private final Breaker breaker;
    private final int least;
    private final double part;
    private final int[] ended = new int[PARTS];
    private final int[] failed = new int[PARTS];
    private long latest;
    private int allEnded;
    private int allFailed;
    private boolean open;
    private double until;
    private int probe = Tokens.NONE;
    private int probeGeneration;
    long refused;

    /// @param oneIn one request in so many is simulated
    Circuit(Breaker breaker, double oneIn) {
        this.breaker = breaker;
        least = (int) Math.max(1, Math.round(breaker.least() / oneIn));
        part = breaker.over() / PARTS;
    }

    /// Whether a try may be made now by a token. One whose caller has moved on never comes back, so that after as long
    /// again another may be made.
    boolean permits(int token, int generation, double now) {
        if (!open) {
            return true;
        }
        if (now < until) {
            return false;
        }
        until = now + breaker.lasts();
        probe = token;
        probeGeneration = generation;
        return true;
    }

    boolean open() {
        return open;
    }

    /// A try of the token has ended.
    void ended(int token, int generation, boolean success, double now) {
        if (open) {
            if (token == probe && generation == probeGeneration) {
                probe = Tokens.NONE;
                open = !success;
                until = now + breaker.lasts();
            }
            return;
        }
        turnTo((long) (now / part));
        int at = (int) (latest % PARTS);
        ended[at]++;
        allEnded++;
        if (!success) {
            failed[at]++;
            allFailed++;
        }
        if (allEnded >= least && allFailed > breaker.above() * allEnded) {
            open = true;
            until = now + breaker.lasts();
            Arrays.fill(ended, 0);
            Arrays.fill(failed, 0);
            allEnded = 0;
            allFailed = 0;
        }
    }

    private void turnTo(long now) {
        for (long i = Math.max(latest, now - PARTS) + 1; i <= now; i++) {
            int at = (int) (i % PARTS);
            allEnded -= ended[at];
            allFailed -= failed[at];
            ended[at] = 0;
            failed[at] = 0;
        }
        latest = Math.max(latest, now);
    }
}
