package dev.plumbline.simulation;

/// How a station's replicas follow its load, as Kubernetes' horizontal pod autoscaler decides it ("Horizontal Pod
/// Autoscaling", kubernetes.io, algorithm details): every `every` seconds the busy share of the replicas that serve,
/// since the look before, over `busy` says how many times as many are wanted. A tenth more or less is left as it is.
/// What is added serves `after` seconds later. Replicas are taken away down to the most that was wanted within the last
/// `coolDown` seconds; those taken away end what they hold.
///
/// A run starts with as many as the load at its start wants.
///
/// @param busy the share aimed at, within 0..1
/// @param from the fewest replicas, at least 1; the most are the station's `replicas`
/// @param after seconds, zero or more
/// @param coolDown seconds, zero or more
/// @param every seconds, positive
public record Scaling(double busy, int from, double after, double coolDown, double every) {
    public Scaling {
        if (!(busy > 0 && busy <= 1) || from < 1 || !(after >= 0) || !(coolDown >= 0) || !(every > 0)) {
            throw new IllegalArgumentException(
                    "scaling needs a busy share in 0..1, a replica and times, not \"%s, %d, %s, %s, %s\""
                            .formatted(busy, from, after, coolDown, every));
        }
    }

    Scaling withFrom(int changed) {
        return new Scaling(busy, changed, after, coolDown, every);
    }

    /// The same where everything takes so many times as long, but for looks that would be less than `least` apart and
    /// see little but luck.
    Scaling slowed(double times, double least) {
        double looks = Math.max(every * times, Math.min(every, least));
        return new Scaling(busy, from, after * times, coolDown * times, looks);
    }

    /// Replicas for a load of so many busy ones.
    int wanted(double busyReplicas, int most) {
        return (int) Math.clamp(Math.ceil(busyReplicas / busy - 1e-9), Math.min(from, most), most);
    }
}
