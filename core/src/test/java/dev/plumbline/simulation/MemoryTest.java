package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.plumbline.probability.Lognormal;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A run allocates for its network and its result, and nothing for a request.
final class MemoryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Network network() {
        var gateway = Station.of("gateway", 6, 64, new Service.Each(Lognormal.through(0.0004, 0.002)));
        var users = Station.of("users", 3, 32, new Service.Each(Lognormal.through(0.0006, 0.004)));
        var items = Station.of("items", 2, 16, new Service.Each(Lognormal.through(0.0002, 0.0004)));
        var store = Station.of("store", 2, 40, new Service.Each(Lognormal.through(0.002, 0.015)));
        var ranker = Station.of("ranker", 10, 1, Service.Batch.linear(32, 0.003, 0.0022, 0.00018))
                .with(Balance.LEAST_LOADED);
        Step rank = new Step.Sequence(
                new Step.Visit("gateway"),
                Step.all(List.of(
                        new Step.Visit("users"),
                        new Step.Sequence(new Step.Visit("items"), new Step.When(0.08, new Step.Visit("store"))))),
                new Step.Call(new Step.Visit("ranker"), 0.08));
        return new Network(
                List.of(gateway, users, items, store, ranker),
                List.of(new Path("rank", new Arrivals.Poisson(12_000), rank)));
    }

    private static long allocated(Workspace workspace, long requests) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Simulation.run(network(), Plan.steady(1, requests), workspace, () -> false);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void tenTimesTheRequestsTakeNoMoreMemory() {
        Workspace workspace = new Workspace();
        allocated(workspace, 100_000);
        long some = allocated(workspace, 100_000);
        long many = allocated(workspace, 1_000_000);
        // An object for each would be 16 bytes; what is looked at now and then comes to a quarter of one.
        assertThat((double) (many - some) / 900_000).isLessThan(1);
    }
}
