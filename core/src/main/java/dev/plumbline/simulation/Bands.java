package dev.plumbline.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads off a recorder where the time of some of its requests went.
final class Bands {
    private static final Attribution.Phase[] PHASES = {
        Attribution.Phase.QUEUE, Attribution.Phase.BATCH, Attribution.Phase.SERVICE, Attribution.Phase.HICCUP
    };
    private static final Attribution.Remark[] REMARKS = {
        Attribution.Remark.BEHIND_LONG, Attribution.Remark.OTHER_FREE, Attribution.Remark.STILL
    };
    /// Less than this share of the time is the dust of sums.
    private static final double DUST = 1e-9;

    private final Accounts accounts;
    private final Network network;
    private final Program program;

    Bands(Accounts accounts, Network network, Program program) {
        this.accounts = accounts;
        this.network = network;
        this.program = program;
    }

    /// @param slow the percentile above which a request is slow
    Attribution attribution(Recorder recorder, double slow) {
        return new Attribution(band(recorder, 0.4, 0.6), band(recorder, 0.985, 0.995), band(recorder, slow, 1));
    }

    /// The mean time by account of the requests whose rank in latency lies between two percentiles, and the mean share
    /// of
    /// each one's own latency; a row at the edge counts in part. Within a row latencies differ by no more than 9 %.
    private Attribution.Band band(Recorder recorder, double from, double to) {
        double answered = (double) recorder.outcomes[Outcome.ANSWERED] + recorder.outcomes[Outcome.FALLBACK];
        double fromRank = from * answered;
        double toRank = to * answered;
        double[] means = new double[accounts.count];
        double[] shares = new double[accounts.count];
        double before = 0;
        double requests = 0;
        for (int row = 0; row < Recorder.ROWS; row++) {
            long here = recorder.rows[row];
            double within = Math.min(toRank, before + here) - Math.max(fromRank, before);
            before += here;
            if (here == 0 || within <= 0) {
                continue;
            }
            requests += within;
            int first = row * means.length;
            double whole = whole(recorder.spent, first);
            for (int i = 0; i < means.length; i++) {
                means[i] += recorder.spent[first + i] * within / here;
                shares[i] += whole > 0 ? recorder.spent[first + i] / whole * within : 0;
            }
        }
        if (requests == 0) {
            return Attribution.Band.NONE;
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= requests;
            shares[i] /= requests;
        }
        return new Attribution.Band(whole(means, 0), parts(means, shares), remarks(means, shares));
    }

    /// What the accounts that make up a latency add up to.
    private double whole(double[] seconds, int from) {
        double whole = 0;
        for (int station = 0; station < accounts.stations; station++) {
            for (int phase = 0; phase < Accounts.PHASES; phase++) {
                whole += seconds[from + Accounts.OF_STATION * station + phase];
            }
        }
        for (int i = accounts.delay; i < accounts.slowest(0); i++) {
            whole += seconds[from + i];
        }
        return whole;
    }

    private List<Attribution.Part> parts(double[] means, double[] shares) {
        List<Attribution.Part> parts = new ArrayList<>();
        for (int station = 0; station < accounts.stations; station++) {
            for (int phase = 0; phase < Accounts.PHASES; phase++) {
                part(nameOf(station), PHASES[phase], Accounts.OF_STATION * station + phase, means, shares, parts);
            }
        }
        part("", Attribution.Phase.DELAY, accounts.delay, means, shares, parts);
        for (int call = 0; call < accounts.calls; call++) {
            String station = program.policies.get(call).station();
            part(station, Attribution.Phase.LOST, accounts.lost(call), means, shares, parts);
            part(station, Attribution.Phase.GIVEN_UP, accounts.givenUp(call), means, shares, parts);
        }
        parts.sort(Comparator.comparingDouble(Attribution.Part::seconds).reversed());
        return parts;
    }

    private static void part(
            String station,
            Attribution.Phase phase,
            int account,
            double[] means,
            double[] shares,
            List<Attribution.Part> parts) {
        if (shares[account] > DUST) {
            parts.add(new Attribution.Part(station, phase, means[account], shares[account]));
        }
    }

    private List<Attribution.Remarked> remarks(double[] means, double[] shares) {
        List<Attribution.Remarked> remarks = new ArrayList<>();
        for (int station = 0; station < accounts.stations; station++) {
            for (int i = 0; i < REMARKS.length; i++) {
                int account = Accounts.OF_STATION * station + Accounts.PHASES + i;
                remark(nameOf(station), REMARKS[i], 0, account, means, shares, remarks);
            }
            int changing = accounts.changing(station);
            if (changing >= 0) {
                remark(nameOf(station), Attribution.Remark.COLD, 0, changing, means, shares, remarks);
                remark(nameOf(station), Attribution.Remark.LATE, 0, changing + 1, means, shares, remarks);
            }
        }
        for (int fork = 0; fork < accounts.forks; fork++) {
            Program.Fork of = program.forks.get(fork);
            int branches = of.entries().length;
            int account = accounts.slowest(fork);
            remark(of.station(), Attribution.Remark.SLOWEST, branches, account, means, shares, remarks);
        }
        remarks.sort(Comparator.comparingDouble(Attribution.Remarked::seconds).reversed());
        return remarks;
    }

    private static void remark(
            String station,
            Attribution.Remark remark,
            int branches,
            int account,
            double[] means,
            double[] shares,
            List<Attribution.Remarked> remarks) {
        if (shares[account] > DUST) {
            remarks.add(new Attribution.Remarked(station, remark, branches, means[account], shares[account]));
        }
    }

    private String nameOf(int station) {
        return network.stations().get(station).name();
    }
}
