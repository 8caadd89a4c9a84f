package dev.plumbline.assessment;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.simulation.Attribution;
import dev.plumbline.simulation.Result;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Why a path is as slow as it is, in one sentence whose numbers come from the simulated requests.
final class Causes {
    private static final double WORTH_SAYING = 0.05;

    /// The share of answers by a fallback from which a success is told with it.
    private static final double STAND_INS_WORTH_SAYING = 0.01;

    /// Seconds after which a backlog is given.
    private static final double WHILE = 600;

    private Causes() {}

    /// The busiest component and where the slow requests' time goes, as means over worlds; or which component gets more
    /// than it can do.
    static Optional<String> ofLatency(Simulated simulated, String path) {
        Optional<String> saturated = ofSaturation(simulated, path);
        if (saturated.isPresent()) {
            return saturated;
        }
        Optional<Map.Entry<String, Double>> busiest = busiest(simulated);
        Optional<Spent> spent = spent(simulated, path);
        if (busiest.isEmpty()) {
            return spent.map(Spent::words);
        }
        String busy = "%s is %s busy"
                .formatted(
                        busiest.get().getKey(), Quantity.percent(busiest.get().getValue()));
        return Optional.of(spent.map(where -> busy + "; " + where.words()).orElse(busy));
    }

    /// How full a language model's replicas are, and how long requests wait for a place in a batch.
    static Optional<String> ofTokens(Simulated simulated, String llm) {
        Optional<String> saturated = ofSaturation(simulated);
        if (saturated.isPresent()) {
            return saturated;
        }
        double busy = 0;
        double waiting = 0;
        double together = 0;
        double preempted = 0;
        for (Result result : simulated.worlds()) {
            Result.StationResult station = result.station(llm);
            busy += station.busy() / simulated.worlds().size();
            waiting += station.waiting() / simulated.worlds().size();
            together += station.batch() / simulated.worlds().size();
            preempted += station.written().map(Result.Written::preempted).orElse(0.0)
                    / simulated.worlds().size();
        }
        String crowded = preempted < WORTH_SAYING
                ? ""
                : "; an answer loses its place %s times as the cache runs full".formatted(number(preempted));
        return Optional.of("a step of %s holds %s sequences, %s of its places; %s of waiting%s"
                .formatted(llm, number(together), Quantity.percent(busy), seconds(waiting), crowded));
    }

    /// Which component on a path gets more than it can do, where that is so in most worlds.
    static Optional<String> ofSaturation(Simulated simulated, String path) {
        long stuck = simulated.worlds().stream()
                .flatMap(result -> Optional.ofNullable(result.paths().get(path)).stream())
                .filter(each -> each.latency().isEmpty())
                .count();
        return 2 * stuck < simulated.worlds().size() ? Optional.empty() : ofSaturation(simulated);
    }

    /// Which component gets more than it can do, in the worlds where one does, and how many wait there after a
    /// while: what comes less what can be done, times that while.
    static Optional<String> ofSaturation(Simulated simulated) {
        SortedMap<String, Result.Saturated> worst = new TreeMap<>();
        int worlds = 0;
        for (Result result : simulated.worlds()) {
            boolean any = false;
            for (Map.Entry<String, Result.StationResult> station :
                    result.stations().entrySet()) {
                Optional<Result.Saturated> saturated = station.getValue().saturated();
                any |= saturated.isPresent();
                saturated.ifPresent(found -> worst.merge(
                        station.getKey(), found, (one, other) -> one.ratio() >= other.ratio() ? one : other));
            }
            worlds += any ? 1 : 0;
        }
        int all = simulated.worlds().size();
        String where = worlds == all ? "" : "in %d of %d worlds ".formatted(worlds, all);
        return worst.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().ratio()))
                .map(entry -> where + words(entry.getKey(), entry.getValue()));
    }

    private static String words(String station, Result.Saturated saturated) {
        return "%s gets up to %s times what it can do, so its queue grows without bound: backlog %s after %s"
                .formatted(station, number(saturated.ratio()), number(saturated.growth() * WHILE), seconds(WHILE));
    }

    /// How many of the answers are a fallback's: they count as answers, and may be correct and useless.
    static Optional<String> ofStandIns(Simulated simulated, String path) {
        double sum = 0;
        for (Result result : simulated.worlds()) {
            Result.PathResult each = result.paths().get(path);
            sum += each == null || each.counts().requests() == 0
                    ? 0
                    : (double) each.counts().fallback() / each.counts().requests();
        }
        double share = sum / simulated.worlds().size();
        return share < STAND_INS_WORTH_SAYING
                ? Optional.empty()
                : Optional.of("over all worlds %s of requests get a fallback's answer, which counts as one"
                        .formatted(Quantity.percent(share)));
    }

    /// Why requests end without an answer.
    static Optional<String> ofLosses(Simulated simulated, String path) {
        double[] ends = new double[4];
        for (Result result : simulated.worlds()) {
            Result.PathResult each = result.paths().get(path);
            if (each != null && each.counts().requests() > 0) {
                double all = each.counts().requests();
                ends[0] += each.counts().timedOut() / all;
                ends[1] += each.counts().shed() / all;
                ends[2] += each.counts().failed() / all;
                ends[3] += each.counts().fallback() / all;
            }
        }
        String[] words = {"time out", "are shed", "fail", "are answered by a fallback"};
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < ends.length; i++) {
            double share = ends[i] / simulated.worlds().size();
            if (share >= 0.00005) {
                said.append(said.isEmpty() ? "over all worlds " : ", ")
                        .append(Quantity.percent(share))
                        .append(" ")
                        .append(words[i]);
            }
        }
        Optional<Map.Entry<String, Double>> busiest = busiest(simulated);
        busiest.ifPresent(station -> said.append(said.isEmpty() ? "" : "; ")
                .append("%s is %s busy".formatted(station.getKey(), Quantity.percent(station.getValue()))));
        return said.isEmpty() ? Optional.empty() : Optional.of(said.toString());
    }

    private static Optional<Map.Entry<String, Double>> busiest(Simulated simulated) {
        Map<String, Double> busy = new TreeMap<>();
        for (Result result : simulated.worlds()) {
            result.stations().forEach((name, station) -> busy.merge(name, station.busy(), Double::sum));
        }
        busy.replaceAll((_, sum) -> sum / simulated.worlds().size());
        return busy.entrySet().stream().max(Map.Entry.comparingByValue());
    }

    private record Spent(String station, Attribution.Phase phase, double share) {
        String words() {
            String doing = switch (phase) {
                case QUEUE -> "waiting for a server at " + station;
                case BATCH -> "waiting for a batch at " + station;
                case SERVICE -> "being served by " + station;
                case HICCUP -> "held up by pauses of " + station;
                case DELAY -> "passing delays";
                case LOST -> "lost to tries of %s that failed or timed out".formatted(station);
                case GIVEN_UP -> "spent on calls of %s that a fallback answered".formatted(station);
            };
            return "%s of the slow requests' time is %s".formatted(Quantity.percent(share), doing);
        }
    }

    /// Where most of the slow requests' time goes, as a mean over worlds.
    private static Optional<Spent> spent(Simulated simulated, String path) {
        Map<String, Spent> sums = new TreeMap<>();
        int worlds = 0;
        for (Result result : simulated.worlds()) {
            Result.PathResult each = result.paths().get(path);
            if (each == null) {
                continue;
            }
            List<Attribution.Part> slow = each.attribution().slow().parts();
            worlds += slow.isEmpty() ? 0 : 1;
            for (Attribution.Part part : slow) {
                sums.merge(
                        part.station() + " " + part.phase(),
                        new Spent(part.station(), part.phase(), part.share()),
                        (one, other) -> new Spent(one.station(), one.phase(), one.share() + other.share()));
            }
        }
        int among = worlds;
        return sums.values().stream()
                .max(Comparator.comparingDouble(Spent::share))
                .map(best -> new Spent(best.station(), best.phase(), best.share() / among))
                .filter(best -> best.share() >= WORTH_SAYING);
    }

    static String number(double value) {
        return Quantity.plain(value).toString();
    }

    static String seconds(double value) {
        return new Quantity(value, Dimension.TIME).toString();
    }
}
