package dev.plumbline.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many of a station's replicas serve, where [Scaling] says so; those with the lowest numbers do.
final class Fleet {
    private static final double TOLERANCE = 0.1;

    private final Scaling scaling;
    private final int most;
    private int serving;
    private int ordered;
    private double since;
    private double replicaSeconds;
    private double looked;
    private double worked;
    /// When replicas were ordered last while none were on their way, and when the last of them served.
    private double lackedFrom = Double.POSITIVE_INFINITY;
    private double lackedTo;

    /// From when on how many more serve.
    private record Batch(double at, int count) {}

    /// What was wanted when.
    private record Wish(double at, int count) {}

    private final Deque<Batch> coming = new ArrayDeque<>();
    /// The latest, and before it those that were greater than all later ones.
    private final Deque<Wish> wishes = new ArrayDeque<>();

    Fleet(Scaling scaling, int most, double busyReplicas) {
        this.scaling = scaling;
        this.most = most;
        serving = scaling.wanted(busyReplicas, most);
        wishes.addLast(new Wish(0, serving));
    }

    /// Seconds between two looks.
    double every() {
        return scaling.every();
    }

    /// How many serve now.
    int serving(double now) {
        while (!coming.isEmpty() && coming.getFirst().at() <= now) {
            Batch batch = coming.removeFirst();
            count(batch.at());
            serving += batch.count();
            ordered -= batch.count();
        }
        return serving;
    }

    /// Whether at that moment replicas were ordered that did not serve yet; known of the latest time that this was so.
    boolean lacked(double when) {
        return when >= lackedFrom && when < lackedTo;
    }

    private void count(double now) {
        replicaSeconds += (now - since) * serving;
        since = now;
    }

    /// Seconds that replicas have served until now, all together.
    double replicaSeconds(double now) {
        int counted = serving(now);
        return replicaSeconds + (now - since) * counted;
    }

    /// Looks how busy the replicas have been.
    ///
    /// @param busySeconds that they were busy until now, all together
    void look(double busySeconds, double now) {
        double served = replicaSeconds(now);
        double busy = served > looked ? (busySeconds - worked) / (served - looked) : 0;
        looked = served;
        worked = busySeconds;
        int there = serving + ordered;
        boolean near = Math.abs(busy / scaling.busy() - 1) <= TOLERANCE;
        int wanted = near ? serving : scaling.wanted(busy * serving, most);
        while (!wishes.isEmpty() && wishes.getLast().count() <= wanted) {
            wishes.removeLast();
        }
        wishes.addLast(new Wish(now, wanted));
        while (wishes.getFirst().at() < now - scaling.coolDown()) {
            wishes.removeFirst();
        }
        if (wanted > there) {
            lackedFrom = coming.isEmpty() ? now : lackedFrom;
            lackedTo = now + scaling.after();
            ordered += wanted - there;
            coming.addLast(new Batch(now + scaling.after(), wanted - there));
        } else {
            takeAway(there - wishes.getFirst().count(), now);
        }
    }

    /// First those that do not serve yet.
    private void takeAway(int tooMany, double now) {
        int left = tooMany;
        while (left > 0 && !coming.isEmpty()) {
            Batch last = coming.removeLast();
            int taken = Math.min(left, last.count());
            if (taken < last.count()) {
                coming.addLast(new Batch(last.at(), last.count() - taken));
            }
            ordered -= taken;
            left -= taken;
        }
        lackedTo = Math.min(lackedTo, coming.isEmpty() ? now : coming.getLast().at());
        if (left > 0) {
            count(now);
            serving -= left;
        }
    }
}
