package dev.plumbline.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Simulation;
import dev.plumbline.simulation.Workspace;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The same queues by the engine, by hand and by SSJ, in one process, in turns, on one thread: requests per second of
/// processor time, collector and compiler included, the ratio to the first, and the 99th percentile each one found.
public final class SideBySide {
    /// The time of processors, which other work on the machine does not stretch as it does the clock's. It is told in
    /// hundredths of a second, so that runs have to be long.
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// One way to simulate: requests and seed in, the 99th percentile out.
    interface Way {
        double p99(int requests, long seed);
    }

    private record Entry(String name, Way way, List<Double> rates, List<Double> p99s) {
        Entry(String name, Way way) {
            this(name, way, new ArrayList<>(), new ArrayList<>());
        }

        double rate() {
            List<Double> sorted = new ArrayList<>(rates);
            Collections.sort(sorted);
            return sorted.get(sorted.size() / 2);
        }

        double p99() {
            return p99s.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }
    }

    private SideBySide() {}

    /// @param args requests per run (4,000,000), rounds (5) and the folder of the designs (`bench/designs`)
    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : 4_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path designs = Path.of(args.length > 2 ? args[2] : "bench/designs");
        compare(
                "M/M/1 at 0.8",
                DesignQueue.of(designs.resolve("mm1.yaml")),
                1,
                0.8,
                23.026,
                requests,
                rounds,
                System.out);
        compare(
                "M/M/8 at 0.9",
                DesignQueue.of(designs.resolve("mm8.yaml")),
                8,
                0.9,
                7.087,
                requests,
                rounds,
                System.out);
        alone("feed ranking, six stations", Networks.feed(), requests, rounds, System.out);
        alone("a language model, token by token", Networks.writer(), requests / 10, rounds, System.out);
    }

    /// What none of the others can run: requests per second, and bytes allocated for each beyond the first half.
    static void alone(String title, Network network, int requests, int rounds, PrintStream out) {
        var workspace = new Workspace();
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = PROCESS.getProcessCpuTime();
            Simulation.run(network, Plan.steady(round, requests), workspace, () -> false);
            rates.add(requests * 1e9 / Math.max(1, PROCESS.getProcessCpuTime() - start));
        }
        Collections.sort(rates);
        long half = allocated(network, requests / 2, workspace);
        long whole = allocated(network, requests, workspace);
        out.printf(
                Locale.ROOT,
                "%s: %.2f M req/s, %.2f bytes allocated a request%n",
                title,
                rates.get(rates.size() / 2) / 1e6,
                Math.max(0, whole - half) / (requests / 2.0));
    }

    private static long allocated(Network network, int requests, Workspace workspace) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Simulation.run(network, Plan.steady(1, requests), workspace, () -> false);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    static void compare(
            String title,
            DesignQueue design,
            int servers,
            double load,
            double exact,
            int requests,
            int rounds,
            PrintStream out) {
        var workspace = new Workspace();
        var network = Networks.markovian(servers, load);
        List<Entry> entries = List.of(
                new Entry("from a design file", design::p99),
                new Entry("engine", (count, seed) -> engine(network, count, seed, workspace)),
                new Entry("event loop by hand", (count, seed) -> HandWritten.eventLoop(servers, load, count, seed)),
                new Entry("recursion by hand", (count, seed) -> HandWritten.recursion(servers, load, count, seed)),
                new Entry("SSJ", (count, seed) -> SsjQueue.p99(servers, load, count, seed)));
        for (int round = 0; round < rounds; round++) {
            for (Entry entry : entries) {
                long start = PROCESS.getProcessCpuTime();
                double p99 = entry.way.p99(requests, round);
                entry.rates.add(requests * 1e9 / Math.max(1, PROCESS.getProcessCpuTime() - start));
                entry.p99s.add(p99);
            }
        }
        double ours = entries.getFirst().rate();
        out.printf(Locale.ROOT, "%s, %,d requests, median of %d; exact p99 %.3f%n", title, requests, rounds, exact);
        for (Entry entry : entries) {
            out.printf(
                    Locale.ROOT,
                    "  %-20s %10.2f M req/s   first/this %6.2f   p99 %.3f%n",
                    entry.name,
                    entry.rate() / 1e6,
                    ours / entry.rate(),
                    entry.p99());
        }
    }

    static double engine(Network network, int requests, long seed, Workspace workspace) {
        return Simulation.run(network, Plan.steady(seed, requests), workspace, () -> false)
                .path("queue")
                .latency()
                .orElseThrow()
                .p99()
                .value();
    }
}
