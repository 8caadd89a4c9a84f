package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.plumbline.design.Design;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Plan;
import dev.plumbline.simulation.Result;
import dev.plumbline.simulation.Simulation;
import dev.plumbline.simulation.Workspace;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A thousand times the users on a thousand times the replicas: the same answer, for no more than twice the work.
final class ScaleOracle {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Design users(int millions) {
        return Designs.read("""
            design: scale
            assume: {users: %dM user}
            workload: {ask: {rate: users * 20 req/user/day, peak: 3}}
            components:
              gateway: {kind: service, replicas: %d, concurrency: 16, time: {p50: 1 ms, p99: 6 ms}}
              ranker: {kind: model, replicas: %d, batch: {max: 16, wait: 3 ms, time: 4 ms + 1 ms * size}}
            paths: {ask: [gateway, {call: ranker, timeout: 200 ms, retry: {times: 1, budget: 10 %%}}]}
            requirements: {quick: {must: p99 latency of ask <= 100 ms}}
            """.formatted(millions, 2 * millions, 6 * millions));
    }

    private static World world(Design design) {
        return ValuedWorld.all(Valuation.of(Assessor.estimated(design), new Worlds(1, 1)))
                .getFirst();
    }

    private record Looked(Simulated simulated, long bytes) {
        double p99() {
            return simulated
                    .spread(simulated.worlds().stream()
                            .map(world ->
                                    world.path("ask").latency().orElseThrow().p99())
                            .toList())[0];
        }

        double events() {
            return (double) simulated.events() / simulated.requests();
        }
    }

    private static Looked look(int millions) {
        Design design = users(millions);
        Simulations simulations =
                new Simulations(design, List.of(world(design)), new Settings(1, 1, 100_000, 1), Progress.SILENT);
        long before = THREADS.getTotalThreadAllocatedBytes();
        Simulated simulated = simulations.run(new Situation.Peak(), Optional.empty(), Map.of());
        return new Looked(simulated, THREADS.getTotalThreadAllocatedBytes() - before);
    }

    @Test
    void aBillionUsersCostAtMostTwiceAMillion() {
        look(1);
        Looked million = look(1);
        Looked billion = look(1000);
        assertThat(million.simulated().oneIn()).isEqualTo(1);
        assertThat(billion.simulated().oneIn()).isGreaterThan(10);
        assertThat(billion.simulated().requests()).isEqualTo(million.simulated().requests());
        assertThat(billion.events()).isLessThan(1.2 * million.events());
        assertThat((double) billion.bytes()).isLessThan(2.0 * million.bytes());
        assertThat(billion.p99()).isCloseTo(million.p99(), within(0.05 * million.p99()));
    }

    @Test
    @Tag("slow")
    void memoryDoesNotGrowWithTheNumberOfRequests() {
        Network network = Networks.of(users(1), world(users(1)), new Situation.Peak(), Set.of("gateway", "ranker"));
        Workspace workspace = new Workspace();
        long few = allocated(network, workspace, 2_000_000);
        long many = allocated(network, workspace, 4_000_000);
        assertThat(many - few).isLessThan(100_000);
    }

    private static long allocated(Network network, Workspace workspace, long requests) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Result result = Simulation.run(network, Plan.steady(1, requests), workspace, () -> false);
        assertThat(result.requests()).isEqualTo(requests);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
