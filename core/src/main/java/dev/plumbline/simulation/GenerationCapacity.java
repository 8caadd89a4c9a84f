package dev.plumbline.simulation;

/// How many requests a second a replica that writes tokens can do: by arithmetic over mean lengths until it has been
/// seen to work at its limit for long, then what it did there.
final class GenerationCapacity {
    /// Requests that have to end before what was seen outweighs arithmetic.
    private static final long ENOUGH = 100;

    private final double computed;
    private final double settle;
    private double blockedSince = Double.NaN;
    private double seconds;
    private long requests;

    GenerationCapacity(Service.Generation service, int slots) {
        computed = computed(service, slots);
        settle = 2.0 * slots / computed;
    }

    /// By arithmetic over mean lengths: steps that are as full as places and blocks allow.
    static double computed(Service.Generation service, int slots) {
        StepTimes times = new StepTimes(service.pace());
        double prompt = Math.max(1, service.lengths().prompt().mean());
        double output = Math.max(1, service.lengths().output().mean());
        double prefix = Math.min(service.reuse().prefix(), prompt - 1);
        double fresh = Math.max(1, (prompt - prefix) * (1 - service.reuse().cached()));
        double kept = (double) service.room().blocks() * Service.Generation.BLOCK - prefix;
        double own = prompt - prefix + output / 2;
        double batch = Math.clamp(kept / own, 1, slots);
        int chunk = Math.max(service.chunk(), slots);
        double reading = times.attention((int) (prompt - fresh), (int) Math.max(1, fresh));
        double looking = batch * times.attention((int) (prompt + output / 2), 1);
        double each = switch (service.prefill()) {
            case CHUNKED -> {
                double together = batch * (1 + fresh / output);
                double share = Math.min(1, chunk / together);
                int tokens = (int) Math.max(1, Math.min(chunk, together));
                double step = times.base(tokens, (int) Math.max(1, share * batch));
                yield (step + share * (looking + batch / output * reading)) * output / (share * batch);
            }
            case FIRST -> {
                double write = times.base((int) batch, (int) batch) + looking;
                double steps = Math.max(1, Math.floor(chunk / fresh));
                double read = times.base((int) (steps * fresh), (int) steps) / steps + reading;
                yield output * write / batch + read;
            }
        };
        return 1 / Math.max(each, Double.MIN_NORMAL);
    }

    /// Takes note of some steps.
    ///
    /// @param blocked whether somebody waited all the while
    /// @param ended requests that ended with them
    void saw(boolean blocked, double start, double lasted, int ended) {
        if (!blocked) {
            blockedSince = Double.NaN;
        } else if (Double.isNaN(blockedSince)) {
            blockedSince = start;
        } else if (start - blockedSince > settle) {
            seconds += lasted;
            requests += ended;
        }
    }

    /// @param open the share of time in which the replica does not pause; what was seen has pauses in it
    double perSecond(double open) {
        return requests >= ENOUGH ? requests / seconds : computed * open;
    }
}
