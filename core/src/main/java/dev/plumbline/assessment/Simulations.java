package dev.plumbline.assessment;

import dev.plumbline.design.Design;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Sentence;
import dev.plumbline.requirement.Statistic;
import dev.plumbline.simulation.MeanField;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Result;
import dev.plumbline.simulation.Simulation;
import dev.plumbline.simulation.Timescale;
import dev.plumbline.simulation.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Simulates a design in every world. Worlds share the random streams of the seed, so that designs and situations are
/// compared on the same luck; the result does not depend on the number of threads.
final class Simulations {
    private final Design design;
    private final List<World> worlds;
    private final Settings settings;
    private final Progress progress;
    private final Set<String> reached;
    private final List<Double> levels;
    private final boolean told;

    Simulations(Design design, List<World> worlds, Settings settings, Progress progress) {
        this(design, worlds, settings, progress, false);
    }

    /// @param told whether scenarios are told from their beginning to a while after their end
    Simulations(Design design, List<World> worlds, Settings settings, Progress progress, boolean told) {
        this.told = told;
        this.design = design;
        this.worlds = List.copyOf(worlds);
        this.settings = settings;
        this.progress = progress;
        this.reached = Reached.byWorkload(design);
        this.levels = asked(design);
    }

    /// The quantiles of latency that some requirement asks for.
    private static List<Double> asked(Design design) {
        return design.requirements().stream()
                .flatMap(requirement -> requirement.must().stream())
                .map(Sentence::reading)
                .flatMap(reading -> statistic(reading).stream())
                .filter(Statistic.Percentile.class::isInstance)
                .map(statistic -> ((Statistic.Percentile) statistic).level())
                .distinct()
                .toList();
    }

    private static Optional<Statistic> statistic(Reading reading) {
        return switch (reading) {
            case Reading.Latency(var statistic, var _) -> Optional.of(statistic);
            case Reading.Ttft(var statistic, var _) -> Optional.of(statistic);
            case Reading.Tpot(var statistic, var _) -> Optional.of(statistic);
            case Reading.Throughput _,
                    Reading.Success _,
                    Reading.Fallbacks _,
                    Reading.Availability _,
                    Reading.Age _,
                    Reading.StaleReads _,
                    Reading.Cost _,
                    Reading.Storage _,
                    Reading.Energy _,
                    Reading.Carbon _,
                    Reading.ModelMetric _,
                    Reading.Gap _,
                    Reading.Drift _,
                    Reading.Skew _,
                    Reading.Declared _ -> Optional.empty();
        };
    }

    /// All worlds under one situation.
    ///
    /// Where every world gives the same network, nothing about load or components is unknown. One long run then
    /// tells more than many short ones, whose differences would be luck alone.
    ///
    /// @param goal what decides when a steady run may stop early; a design without unknowns is run to the end
    /// @param slow by path, the percentile above which a request is slow
    Simulated run(Situation situation, Optional<Plan.Goal> goal, Map<String, Double> slow) {
        return run(situation, goal, slow, IntStream.range(0, worlds.size()).toArray());
    }

    /// The same in some worlds only, each as it would come out among all of them.
    ///
    /// @param some by their numbers; all are looked at where every world gives the same network
    Simulated run(Situation situation, Optional<Plan.Goal> goal, Map<String, Double> slow, int[] some) {
        List<Network> networks = worlds.stream()
                .map(world -> Networks.of(design, world, situation, reached))
                .toList();
        boolean certain = networks.size() > 1 && new HashSet<>(networks).size() == 1;
        int runs = certain ? 1 : some.length;
        long requests = certain ? settings.requests() * networks.size() : settings.requests();
        double[] faster = new double[runs];
        double[] oneIn = new double[runs];
        Simulated.Course[] courses = new Simulated.Course[runs];
        Result[] results = new Result[runs];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable work = () -> {
            Workspace workspace = new Workspace();
            for (int i = next.getAndIncrement(); i < runs; i = next.getAndIncrement()) {
                if (progress.interrupted()) {
                    return;
                }
                int w = certain ? 0 : some[i];
                // Another world is other luck; the same world is the same luck in every situation and design.
                long seed = settings.seed() * 0x9E3779B97F4A7C15L + w;
                Network network = networks.get(w);
                Plan plan;
                if (situation instanceof Situation.During(var scenario)) {
                    Episodes episode = Episodes.of(scenario, worlds.get(w), network, seed, requests / 2);
                    network = episode.network();
                    plan = told ? episode.plan().telling(episode.parts()) : episode.plan();
                    faster[i] = episode.faster();
                    courses[i] = episode.course();
                } else {
                    double seconds = Episodes.LONG * Timescale.slowest(network);
                    network = MeanField.sample(network, seconds, settings.requests(), 1, List.of());
                    Plan steady = Plan.steady(seed, requests);
                    plan = certain ? steady : goal.map(steady::with).orElse(steady);
                }
                oneIn[i] = network.sample().oneIn();
                results[i] =
                        Simulation.run(network, plan.reading(levels).slowAbove(slow), workspace, progress::interrupted);
                progress.done("simulating " + situation.name(), done.incrementAndGet(), runs);
            }
        };
        onThreads(work, runs);
        if (progress.interrupted()) {
            throw new CancellationException("interrupted");
        }
        return new Simulated(
                situation,
                List.of(results),
                largest(faster),
                largest(oneIn),
                certain ? worlds.size() : 0,
                told && situation instanceof Situation.During ? course(courses) : Simulated.Course.NONE);
    }

    /// Empty where the parts of different worlds cannot be laid over each other.
    private static Simulated.Course course(Simulated.Course[] worlds) {
        boolean alike = Arrays.stream(worlds).allMatch(each -> each.during() == worlds[0].during());
        double seconds = Arrays.stream(worlds)
                .mapToDouble(Simulated.Course::seconds)
                .average()
                .orElse(0);
        return alike ? new Simulated.Course(seconds, worlds[0].during()) : Simulated.Course.NONE;
    }

    private static double largest(double[] factors) {
        return Arrays.stream(factors).reduce(1, Math::max);
    }

    private void onThreads(Runnable work, int runs) {
        int threads = Math.min(settings.threads(), runs);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
