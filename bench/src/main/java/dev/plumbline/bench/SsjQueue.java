package dev.plumbline.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.DoublyLinked;

/// The queue M/M/c in SSJ 3.3.2, after the event view of its own guide (QueueEv): a class of its own for
/// arrivals and departures, its default generator, a simulator of its own, events used again, the event list
/// that is fastest for so few of them, and no statistic that the figure does not need.
public final class SsjQueue {
    private final Simulator simulator = new Simulator();
    private final RandomVariateGen gaps;
    private final RandomVariateGen services = new ExponentialGen(new MRG32k3a(), 1);
    private final int servers;
    private final double[] latencies;
    private final ArrayDeque<Departure> waiting = new ArrayDeque<>();
    private final ArrayDeque<Departure> spare = new ArrayDeque<>();
    private int busy;
    private int done;

    private SsjQueue(int servers, double load, int requests) {
        this.servers = servers;
        this.latencies = new double[requests];
        this.gaps = new ExponentialGen(new MRG32k3a(), load * servers);
        simulator.init(new DoublyLinked());
    }

    static double p99(int servers, double load, int requests, long seed) {
        long[] start = new long[6];
        Arrays.fill(start, 12_345 + seed);
        MRG32k3a.setPackageSeed(start);
        return new SsjQueue(servers, load, requests).run();
    }

    private double run() {
        new Arrival(simulator).schedule(gaps.nextDouble());
        simulator.start();
        return HandWritten.p99(latencies);
    }

    private final class Arrival extends Event {
        Arrival(Simulator simulator) {
            super(simulator);
        }

        @Override
        public void actions() {
            schedule(gaps.nextDouble());
            Departure request = departure();
            request.arrived = simulator.time();
            if (busy < servers) {
                busy++;
                request.schedule(services.nextDouble());
            } else {
                waiting.addLast(request);
            }
        }
    }

    private Departure departure() {
        @Nullable Departure reused = spare.pollLast();
        return reused == null ? new Departure(simulator) : reused;
    }

    private final class Departure extends Event {
        private double arrived;

        Departure(Simulator simulator) {
            super(simulator);
        }

        @Override
        public void actions() {
            latencies[done++] = simulator.time() - arrived;
            if (done == latencies.length) {
                simulator.stop();
                return;
            }
            spare.addLast(this);
            @Nullable Departure next = waiting.pollFirst();
            if (next == null) {
                busy--;
            } else {
                next.schedule(services.nextDouble());
            }
        }
    }
}
