package dev.plumbline.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.design.Design;
import dev.plumbline.quantity.Checked;
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
        Checked checked = Assessor.estimated(design);
        assertThat(checked.findings()).isEmpty();
        return Valuation.of(checked, new Worlds(8, 1));
    }

    private double value(String name) {
        return valuation.spread(name).median();
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
}
