package dev.plumbline.bench;

import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Result;
import dev.plumbline.simulation.Simulation;
import dev.plumbline.simulation.Workspace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds a simulated request; with `-prof gc`, bytes allocated a request, which round to 0.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {
    private static final int REQUESTS = 500_000;

    /// The network: see [Networks].
    @Param({"mm1", "mm8", "feed", "writer"})
    public String network = "mm1";

    private final Workspace workspace = new Workspace();
    private Network built = Networks.markovian(1, 0.8);
    private long seed;

    @Setup
    public void build() {
        built = Networks.named(network);
    }

    /// One run, result and intervals included.
    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public Result request() {
        return Simulation.run(built, Plan.steady(seed++, REQUESTS), workspace, () -> false);
    }
}
