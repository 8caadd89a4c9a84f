package dev.plumbline.assessment;

import dev.plumbline.design.Arrivals;
import dev.plumbline.design.Design;
import dev.plumbline.design.Workload;
import dev.plumbline.quantity.Valuation;
import java.util.ArrayList;
import java.util.List;

/// What was taken for true because the design says nothing, or nothing more exact.
final class Assumptions {
    /// Factors nearer to 1 are not worth a line.
    private static final double AS_RECORDED = 0.005;

    private Assumptions() {}

    static List<Assumed> of(Design design, Valuation valuation) {
        List<Assumed> assumed = new ArrayList<>();
        for (Design.Default each : design.defaults()) {
            int dot = each.name().lastIndexOf('.');
            String owner = each.name().substring(0, Math.max(0, dot));
            assumed.add(new Assumed(
                    "%s of %s: %s".formatted(each.name().substring(dot + 1), owner, each.value()), each.why()));
        }
        for (Workload workload : design.workload().values()) {
            if (workload.arrivals() instanceof Arrivals.Trace(var trace)) {
                double stated = valuation.spread(workload.rate().name()).median();
                double factor = stated / trace.rate();
                if (Math.abs(factor - 1) > AS_RECORDED) {
                    assumed.add(new Assumed(
                            "arrivals of %s: as in %s, %s times as fast"
                                    .formatted(workload.path(), trace.name(), Causes.number(factor)),
                            "it has %s req/s and the design states %s req/s on average"
                                    .formatted(Causes.number(trace.rate()), Causes.number(stated))));
                }
            }
        }
        return assumed;
    }
}
