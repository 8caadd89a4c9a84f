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

    /// The mean time by account of the requests whose rank in latency lies between two percentiles; a row at the edge
    /// counts in part.
    private Attribution.Band band(Recorder recorder, double from, double to) {
        double answered = (double) recorder.outcomes[Outcome.ANSWERED] + recorder.outcomes[Outcome.FALLBACK];
        double fromRank = from * answered;
        double toRank = to * answered;
        double[] means = new double[accounts.count];
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
            for (int i = 0; i < means.length; i++) {
                means[i] += recorder.spent[row * means.length + i] * within / here;
            }
        }
        if (requests == 0) {
            return Attribution.Band.NONE;
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= requests;
        }
        return band(means);
    }

    private Attribution.Band band(double[] means) {
        double total = 0;
        for (int station = 0; station < accounts.stations; station++) {
            for (int phase = 0; phase < Accounts.PHASES; phase++) {
                total += means[Accounts.OF_STATION * station + phase];
            }
        }
        for (int i = accounts.delay; i < accounts.slowest(0); i++) {
            total += means[i];
        }
        return new Attribution.Band(total, parts(means, total), remarks(means, total));
    }

    private List<Attribution.Part> parts(double[] means, double total) {
        List<Attribution.Part> parts = new ArrayList<>();
        for (int station = 0; station < accounts.stations; station++) {
            for (int phase = 0; phase < Accounts.PHASES; phase++) {
                part(nameOf(station), PHASES[phase], means[Accounts.OF_STATION * station + phase], total, parts);
            }
        }
        part("", Attribution.Phase.DELAY, means[accounts.delay], total, parts);
        for (int call = 0; call < accounts.calls; call++) {
            String station = program.policies.get(call).station();
            part(station, Attribution.Phase.LOST, means[accounts.lost(call)], total, parts);
            part(station, Attribution.Phase.GIVEN_UP, means[accounts.givenUp(call)], total, parts);
        }
        parts.sort(Comparator.comparingDouble(Attribution.Part::seconds).reversed());
        return parts;
    }

    private static void part(
            String station, Attribution.Phase phase, double seconds, double total, List<Attribution.Part> parts) {
        if (seconds > DUST * total) {
            parts.add(new Attribution.Part(station, phase, seconds, seconds / total));
        }
    }

    private List<Attribution.Remarked> remarks(double[] means, double total) {
        List<Attribution.Remarked> remarks = new ArrayList<>();
        for (int station = 0; station < accounts.stations; station++) {
            for (int i = 0; i < REMARKS.length; i++) {
                double seconds = means[Accounts.OF_STATION * station + Accounts.PHASES + i];
                remark(nameOf(station), REMARKS[i], 0, seconds, total, remarks);
            }
        }
        for (int fork = 0; fork < accounts.forks; fork++) {
            Program.Fork of = program.forks.get(fork);
            double seconds = means[accounts.slowest(fork)];
            remark(of.station(), Attribution.Remark.SLOWEST, of.entries().length, seconds, total, remarks);
        }
        remarks.sort(Comparator.comparingDouble(Attribution.Remarked::seconds).reversed());
        return remarks;
    }

    private static void remark(
            String station,
            Attribution.Remark remark,
            int branches,
            double seconds,
            double total,
            List<Attribution.Remarked> remarks) {
        if (seconds > DUST * total) {
            remarks.add(new Attribution.Remarked(station, remark, branches, seconds, seconds / total));
        }
    }

    private String nameOf(int station) {
        return network.stations().get(station).name();
    }
}
