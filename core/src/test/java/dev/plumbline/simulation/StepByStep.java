package dev.plumbline.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One replica that writes tokens, simulated one step after the other in the plainest way: what the fast one is held
/// against.
final class StepByStep {
    private static final int BLOCK = Service.Generation.BLOCK;

    /// A request and what became of it.
    static final class Request {
        final double arrival;
        final int prompt;
        final int output;
        int made;
        int cached;
        int part;
        double first = Double.NaN;
        double end = Double.NaN;

        Request(double arrival, int prompt, int output) {
            this.arrival = arrival;
            this.prompt = prompt;
            this.output = output;
        }

        int due() {
            return prompt + made - cached;
        }
    }

    private final Service.Generation service;
    private final int slots;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final List<Request> running = new ArrayList<>();
    int preempted;
    int steps;

    StepByStep(Service.Generation service, int slots) {
        this.service = service;
        this.slots = slots;
    }

    private int prefix(Request request) {
        return Math.min(service.reuse().prefix(), request.prompt - 1) / BLOCK * BLOCK;
    }

    private int reused(Request request) {
        double tokens = prefix(request) + service.reuse().cached() * (request.prompt - prefix(request));
        return (int) Math.min(tokens, request.prompt - 1) / BLOCK * BLOCK;
    }

    private int own(Request request, int tokens) {
        return Math.max(0, (tokens + BLOCK - 1) / BLOCK - prefix(request) / BLOCK);
    }

    private int free() {
        int free = service.room().blocks() - service.reuse().prefix() / BLOCK;
        for (Request request : running) {
            free -= own(request, request.cached + request.part);
        }
        return free;
    }

    void run(List<Request> requests) {
        double now = 0;
        int next = 0;
        int ended = 0;
        while (ended < requests.size()) {
            while (next < requests.size() && requests.get(next).arrival <= now) {
                waiting.add(requests.get(next++));
            }
            if (running.isEmpty() && waiting.isEmpty()) {
                now = requests.get(next).arrival;
                continue;
            }
            plan();
            now += seconds();
            ended += apply(now);
            steps++;
        }
    }

    private void plan() {
        running.forEach(request -> request.part = 0);
        int budget = service.chunk();
        if (service.prefill() == Service.Prefill.FIRST && admit(budget)) {
            return;
        }
        boolean crowded = false;
        for (int i = 0; i < running.size() && budget > 0; i++) {
            Request request = running.get(i);
            int part = Math.min(request.due(), budget);
            int more = own(request, request.cached + part) - own(request, request.cached);
            while (running.size() > i && more > free()) {
                Request last = running.removeLast();
                last.cached = 0;
                last.part = 0;
                waiting.addFirst(last);
                preempted++;
                crowded = true;
            }
            if (running.size() > i) {
                request.part = part;
                budget -= part;
            }
        }
        if (service.prefill() == Service.Prefill.CHUNKED && !crowded) {
            admit(budget);
        }
    }

    private boolean admit(int tokens) {
        int budget = tokens;
        boolean any = false;
        while (!waiting.isEmpty() && running.size() < slots && budget > 0) {
            Request request = waiting.peek();
            int whole = request.prompt + request.made;
            int part = whole - reused(request);
            boolean inPieces = service.prefill() == Service.Prefill.CHUNKED;
            if ((!inPieces && any && part > budget) || own(request, whole) > free()) {
                return any;
            }
            waiting.remove();
            request.cached = reused(request);
            request.part = inPieces ? Math.min(part, budget) : part;
            running.add(request);
            budget -= request.part;
            any = true;
        }
        return any;
    }

    private double seconds() {
        Pace pace = service.pace();
        int tokens = 0;
        int sampled = 0;
        double attention = 0;
        for (Request request : running) {
            if (request.part > 0) {
                tokens += request.part;
                sampled += request.part == request.due() ? 1 : 0;
                double read = pace.perCachedToken() * (request.cached + request.part);
                double pairs = 0;
                for (int i = request.cached + 1; i <= request.cached + request.part; i++) {
                    pairs += i;
                }
                attention += request.part == 1 ? read : Math.max(read, pace.perPair() * pairs);
            }
        }
        return pace.fixed() + pace.linear(tokens) + pace.head(sampled) + attention;
    }

    private int apply(double now) {
        int ended = 0;
        for (Request request : List.copyOf(running)) {
            boolean writes = request.part > 0 && request.part == request.due();
            request.cached += request.part;
            request.part = 0;
            if (writes) {
                request.first = request.made == 0 ? now : request.first;
                if (++request.made == request.output) {
                    request.end = now;
                    running.remove(request);
                    ended++;
                }
            }
        }
        return ended;
    }
}
