package dev.plumbline.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Checker;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Valuation;
import dev.plumbline.quantity.Worlds;
import org.junit.jupiter.api.Test;

final class EstimatesTest {
    private static final String DESIGN = """
            design: napkin
            units: [load]
            assume:
              users: 864k user
            workload:
              rank: {rate: users * 10 load/user/day, peak: 3}
            components:
              gateway: {kind: service, replicas: 2, concurrency: 8, time: 10 ms, price: 1 USD/h}
              cache: {kind: cache, hit: 75 %, time: 1 ms, behind: store}
              store: {kind: store, holds: profile, replicas: 3, time: {exponential: 20 ms}}
              ranker: {kind: model, replicas: 4, batch: {max: 8, wait: 2 ms, time: 4 ms + 2 ms * size}, price: 2 USD/h}
              rare: {kind: service, time: 5 ms}
            paths:
              rank:
                - gateway
                - {all: [cache, cache]}
                - ranker
                - {when: 10 %, do: [rare]}
            sources:
              clicks: {rate: 2000 event/s, size: 100 B/event, keep: 10 day}
            data:
              profile: {from: clicks, rows: 1M user, size: 2 KB/user, compute: stream, lag: 1 s}
            """;

    private final Valuation valuation = value(Designs.read(DESIGN));

    private static Valuation value(Design design) {
        Checked checked = Checker.check(Estimates.of(design).sheet());
        assertThat(checked.findings()).isEmpty();
        return Valuation.of(checked, new Worlds(8, 1));
    }

    private double value(String name) {
        return valuation.spread(name).median();
    }

    @Test
    void figuresOfTheWholeDesignHaveNamesThatNoAssumptionCanHave() {
        Estimated estimated = Estimates.of(Designs.read("""
                design: all
                assume: {users: {value: 1k user, grows: 5 %/month}}
                regions: {eu: {at: Frankfurt, share: 60 %}, us: {at: N. Virginia, share: 40 %}}
                workload: {ask: {rate: users * 5 req/user/day}}
                components: {ranker: {kind: model, on: L4, time: 5 ms}}
                paths: {ask: [ranker]}
                """));
        assertThat(estimated.figures())
                .extracting(Estimated.Figure::name)
                .filteredOn(name -> !name.contains("."))
                .containsExactlyInAnyOrderElementsOf(Design.FIGURES);
    }

    @Test
    void countsRequestsWhateverTheAuthorCallsThem() {
        assertThat(value("rank.requests")).isCloseTo(100, within(1e-9));
        assertThat(value("rank.peak_requests")).isCloseTo(300, within(1e-9));
        assertThat(valuation.dimension("rank.requests")).isEqualTo(Dimension.REQUEST.per(Dimension.TIME));
    }

    @Test
    void followsVisitsThroughCachesBranchesAndShares() {
        assertThat(value("gateway.arrivals")).isCloseTo(100, within(1e-9));
        assertThat(value("cache.arrivals")).isCloseTo(200, within(1e-9));
        assertThat(value("store.arrivals")).isCloseTo(50, within(1e-9));
        assertThat(value("rare.peak_arrivals")).isCloseTo(30, within(1e-9));
    }

    @Test
    void theBusyShareIsTheUtilisationLaw() {
        assertThat(value("gateway.busy")).isCloseTo(100 * 0.010 / 16, within(1e-12));
        assertThat(value("store.peak_busy")).isCloseTo(150 * 0.020 / 3, within(1e-12));
    }

    @Test
    void aBatchingComponentIsMeasuredAgainstFullBatches() {
        assertThat(value("ranker.peak_busy")).isCloseTo(300 * (0.020 / 8) / 4, within(1e-12));
    }

    @Test
    void storageCountsEveryCopy() {
        assertThat(value("profile.one_copy")).isCloseTo(2e9, within(1.0));
        assertThat(value("profile.storage")).isCloseTo(6e9, within(1.0));
        assertThat(value("clicks.storage")).isCloseTo(2000 * 864_000.0 * 100, within(1.0));
    }

    @Test
    void costIsTheSumOfWhatHasAPrice() {
        double hours = 1.0 / 3600;
        double storage = value("clicks.cost");
        assertThat(value("cost")).isCloseTo((2 * 1 + 4 * 2) * hours + storage, within(1e-12));
        assertThat(storage).isPositive();
        assertThat(Estimates.of(Designs.read(DESIGN)).unpriced()).containsExactly("cache", "store", "rare");
    }

    private static Valuation valued(String text) {
        return value(Designs.read(text));
    }

    private static Estimated estimated(String text) {
        return Estimates.of(Designs.read(text));
    }

    @Test
    void eventsAreEncodedCopiedAndKept() {
        Valuation kept = valued("""
                design: kept
                sources:
                  clicks: {rate: 1M event/day, size: 200 B/event, keep: 100 day, encoded: 25 %, copies: 3}
                """);
        assertThat(kept.spread("clicks.raw").median()).isCloseTo(20e9, within(1.0));
        assertThat(kept.spread("clicks.encoded_size").median()).isCloseTo(5e9, within(1.0));
        assertThat(kept.spread("clicks.storage").median()).isCloseTo(15e9, within(1.0));
        assertThat(kept.spread("clicks.storage_per_year").median() * 365.25 * 86_400)
                .isCloseTo(15e9 * 3.6525, within(10.0));
        assertThat(kept.spread("clicks.cost").median() * 30.4375 * 86_400).isCloseTo(15 * 0.023, within(1e-9));
    }

    @Test
    void answersLeaveTheNetworkAndAreBilled() {
        Valuation sent = valued("""
                design: sent
                units: [load]
                workload:
                  rank: {rate: 10 load/s, peak: 3, request: 1 KB, response: 20 KB/load}
                components:
                  server: {kind: service, time: 1 ms}
                paths:
                  rank: [server]
                """);
        assertThat(sent.spread("rank.received").median()).isCloseTo(30_000, within(1e-6));
        assertThat(sent.spread("rank.sent").median()).isCloseTo(600_000, within(1e-6));
        double month = 30.4375 * 86_400;
        assertThat(sent.spread("rank.egress").median() * month).isCloseTo(200_000 * month, within(1.0));
        assertThat(sent.spread("rank.egress_cost").median() * month).isCloseTo(0.2e-3 * month * 0.09, within(1e-6));
    }

    @Test
    void whatGrowsIsWorkedOutForAYear() {
        Valuation grown = valued("""
                design: grown
                assume:
                  users: {value: 1000 user, grows: 6 %/month}
                  others: 1000 user
                workload:
                  rank: {rate: users * 1 req/user/s}
                  list: {rate: (users + others) * 1 req/user/s}
                components:
                  server: {kind: service, time: 1 ms, price: 1 USD/h}
                paths:
                  rank: [server]
                  list: [server]
                """);
        double factor = Math.pow(1.06, 12);
        assertThat(grown.spread("rank.growth_in_a_year").median()).isCloseTo(factor, within(1e-9));
        assertThat(grown.spread("list.growth_in_a_year").median()).isCloseTo((factor + 1) / 2, within(1e-9));
        assertThat(grown.spread("machines_cost_in_a_year").median() * 3600)
                .isCloseTo((factor + factor + 1) / 3, within(1e-9));
    }

    @Test
    void machinesThatWaitArePaidForAllTheSame() {
        assertThat(value("gateway.idle_cost") * 3600).isCloseTo(2 * (1 - 100 * 0.010 / 16), within(1e-9));
        assertThat(value("cost_per_1000")).isCloseTo((2 + 8) / 3600.0 / 100 * 1000, within(1e-4));
    }

    @Test
    void energyFollowsTheLoadAndCarbonTheGrid() {
        Valuation used = valued("""
                design: used
                regions:
                  eu: {at: Frankfurt, share: 25 %}
                  us: {at: N. Virginia, share: 75 %}
                workload:
                  rank: {rate: 100 req/s}
                components:
                  server: {kind: service, time: 10 ms, concurrency: 2, on: c7g.xlarge}
                  store: {kind: store, time: 1 ms, on: cache.r7g.large, replicas: 2, region: eu}
                paths:
                  rank: [server, store]
                """);
        double site = used.spread("facts.data_centre.pue_large").median();
        double idle = used.spread("facts.server_power.idle").median();
        double busy = used.spread("facts.server_power.busy").median();
        double memory = used.spread("facts.server_power.memory").median() * Math.pow(1024, 3);
        double server = 4 * (idle + (busy - idle) * 0.5) + 8 * memory;
        double store = 2 * (2 * (idle + (busy - idle) * 0.05) + 16 * memory);
        assertThat(used.spread("server.energy").median()).isCloseTo(server * site, within(0.03 * server));
        assertThat(used.spread("store.energy").median()).isCloseTo(store * site, within(0.03 * store));
        double german = 275.82e-3 / 3.6e6;
        double american = 323.05e-3 / 3.6e6;
        double[] expected = used.values("server.energy");
        double[] stores = used.values("store.energy");
        double[] carbon = used.values("carbon");
        for (int w = 0; w < carbon.length; w++) {
            assertThat(carbon[w])
                    .isCloseTo(expected[w] * (0.25 * german + 0.75 * american) + stores[w] * german, within(1e-12));
        }
    }

    @Test
    void aLanguageModelIsCountedInTokensAndFlops() {
        Valuation written = valued("""
                design: written
                workload:
                  ask: {rate: 2 req/s, peak: 2}
                components:
                  writer:
                    kind: llm
                    model: llama-3.1-8b
                    on: L40S
                    prompt: 1000 token
                    output: 100 token
                    time: 3 s
                paths:
                  ask: [writer]
                """);
        assertThat(written.spread("writer.tokens").median()).isCloseTo(200, within(1e-9));
        assertThat(written.spread("writer.peak_work").median()).isCloseTo(4 * 1100 * 2 * 8_030_261_248.0, within(1e3));
        assertThat(written.spread("writer.cost_per_1M_tokens").median())
                .isCloseTo(1.861 / 3600 / 200 * 1e6, within(1e-6));
    }

    @Test
    void whatIsMissingIsSaidWithTheKeyThatWouldGiveIt() {
        Estimated nothing = estimated("""
                design: silent
                workload:
                  ask: {rate: 2 req/s}
                components:
                  server: {kind: service, on: c7g.xlarge}
                paths:
                  ask: [server]
                sources:
                  clicks: {rate: 1 event/s}
                data:
                  profile: {from: clicks}
                models:
                  ranker: {uses: [profile]}
                """);
        assertThat(nothing.gaps())
                .extracting(Gap::mend)
                .anyMatch(mend -> mend.contains("grows:"))
                .anyMatch(mend -> mend.contains("size:"))
                .anyMatch(mend -> mend.contains("rows:"))
                .anyMatch(mend -> mend.contains("response:"))
                .anyMatch(mend -> mend.contains("time:"))
                .anyMatch(mend -> mend.contains("trains:"))
                .anyMatch(mend -> mend.contains("regions:"));
    }
}
