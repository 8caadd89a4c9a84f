package dev.plumbline.simulation;

import java.util.List;

/// The columns in which a token's seconds are booked.
///
/// Those of a station's phases, of delays and of calls add up to the token's time. The others say of that time what
/// else is true of it, and overlap: of a wait, that it passed behind a long request, while the replica stood still, or
/// while another was free; of a fork, how much sooner it would have joined had its slowest branch taken a mean branch's
/// time. Stations whose replicas come and go have two more: what a cold replica cost, and what missing ones did.
final class Accounts {
    /// Waiting for a server, waiting for a batch, in service, held up.
    static final int PHASES = 4;
    /// The phases, and three remarks on the wait.
    static final int OF_STATION = PHASES + 3;

    private static final int OF_CALL = 2;
    private static final int OF_CHANGING = 2;

    private final Tokens tokens;
    /// By station, the first of the two columns of one whose replicas come and go, or -1.
    private final int[] changing;
    final int stations;
    final int calls;
    final int forks;
    final int delay;
    final int count;

    Accounts(Tokens tokens, List<Station> network, int calls, int forks) {
        this.tokens = tokens;
        this.stations = network.size();
        this.calls = calls;
        this.forks = forks;
        this.delay = OF_STATION * stations;
        this.changing = new int[stations];
        int next = slowest(0) + forks;
        for (int station = 0; station < stations; station++) {
            boolean changes = network.get(station).changes();
            changing[station] = changes ? next : -1;
            next += changes ? OF_CHANGING : 0;
        }
        this.count = next;
    }

    /// What cold replicas of a station cost, or -1 where none can be; what came of missing ones is in the column after.
    int changing(int station) {
        return changing[station];
    }

    /// What a call lost before the attempt that answered.
    int lost(int call) {
        return delay + 1 + OF_CALL * call;
    }

    /// What a call lost before it was given up.
    int givenUp(int call) {
        return lost(call) + 1;
    }

    int slowest(int fork) {
        return delay + 1 + OF_CALL * calls + fork;
    }

    /// The first column of a token at a station.
    int of(int token, int station) {
        return token * count + OF_STATION * station;
    }

    /// Books seconds of a token at a station: for a server, for a batch, in service, held up.
    void spend(int token, int station, double queue, double batch, double service, double held) {
        int at = of(token, station);
        double[] spent = tokens.spent;
        spent[at] += queue;
        spent[at + 1] += batch;
        spent[at + 2] += service;
        spent[at + 3] += held;
    }

    /// Books a visit of so many seconds that a kernel has foreseen.
    void spend(int token, int station, Kernel kernel, double seconds) {
        double waited = kernel.waited;
        double held = kernel.held;
        double company = kernel.company;
        spend(token, station, waited, company, seconds - waited - company - held, held);
        if (waited > 0) {
            remark(token, station, kernel.behind, kernel.elsewhere, kernel.still);
        }
        change(token, station, kernel.cold, kernel.late);
    }

    /// Books at a station whose replicas come and go what a cold one cost, and the wait since some were missing.
    void change(int token, int station, double cold, double late) {
        if (changing[station] >= 0) {
            int at = token * count + changing[station];
            tokens.spent[at] += cold;
            tokens.spent[at + 1] += late;
        }
    }

    /// Books of a wait how much of it passed behind a long request, while another replica was free, and while the
    /// own stood still.
    void remark(int token, int station, double behind, double elsewhere, double still) {
        int at = of(token, station) + PHASES;
        tokens.spent[at] += behind;
        tokens.spent[at + 1] += elsewhere;
        tokens.spent[at + 2] += still;
    }

    /// Books seconds of a token in one of its accounts.
    void book(int token, int account, double seconds) {
        tokens.spent[token * count + account] += seconds;
    }

    /// Books what a token has spent to the one that waits for it.
    void inherit(int parent, int token) {
        int from = token * count;
        int to = parent * count;
        for (int i = 0; i < count; i++) {
            tokens.spent[to + i] += tokens.spent[from + i];
        }
    }
}
