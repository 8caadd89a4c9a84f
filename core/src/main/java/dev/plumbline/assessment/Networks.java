package dev.plumbline.assessment;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Order;
import dev.plumbline.design.Workload;
import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Distribution;
import dev.plumbline.probability.Mix;
import dev.plumbline.probability.Sum;
import dev.plumbline.simulation.Arrivals;
import dev.plumbline.simulation.Balance;
import dev.plumbline.simulation.Breaker;
import dev.plumbline.simulation.Hedge;
import dev.plumbline.simulation.Hiccups;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Pacing;
import dev.plumbline.simulation.Path;
import dev.plumbline.simulation.Retry;
import dev.plumbline.simulation.Scaling;
import dev.plumbline.simulation.Service;
import dev.plumbline.simulation.Station;
import dev.plumbline.simulation.Step;
import dev.plumbline.simulation.Waiting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns a design in one world into the network that is simulated.
final class Networks {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double DOUBLING = 2;
    private static final Distribution NOTHING = new Constant(0);
    private static final double DAY = 86_400;
    private static final double LEAST_BUSY = 0.01;
    /// Slower than that is not at work.
    private static final double MOST_TIMES = 100_000;
    /// Seconds: Kubernetes' horizontal pod autoscaler looks as often unless it is told otherwise.
    private static final double LOOKS_EVERY = 15;
    /// Seconds; what is shorter is no time to an engine.
    private static final double SHORTEST = 1e-9;
    /// Comes after every priority that may be stated.
    private static final int LAST = 1_000;

    private final Design design;
    private final World world;

    private final Situation situation;

    private Networks(Design design, World world, Situation situation) {
        this.design = design;
        this.world = world;
        this.situation = situation;
    }

    /// The network of the design's workload at its average rates times `load` (for the peak, each path's own).
    ///
    /// @param reached the components that some asked-for path can reach
    static Network of(Design design, World world, Situation situation, Set<String> reached) {
        Networks build = new Networks(design, world, situation);
        double stated = build.statedFactor();
        List<Path> paths = new ArrayList<>();
        for (Workload workload : design.workload().values()) {
            double rate = world.value(workload.rate()) * build.factor(workload, stated);
            if (rate > 0) {
                paths.add(new Path(
                        workload.path(),
                        build.arrivals(workload.arrivals(), rate),
                        build.path(workload.path()),
                        workload.priority().map(world::count).orElse(LAST),
                        workload.request().map(world::distribution).orElse(NOTHING)));
            }
        }
        List<Station> stations = design.components().values().stream()
                .filter(component -> reached.contains(component.name()))
                .map(component -> build.station(component, paths))
                .toList();
        return new Network(stations, paths);
    }

    private double statedFactor() {
        if (situation instanceof Situation.Stated(var _, var path, var perSecond)) {
            Workload workload = design.workload().get(path);
            return workload == null ? 1 : perSecond / world.value(workload.rate());
        }
        return 1;
    }

    private double factor(Workload workload, double stated) {
        return switch (situation) {
            case Situation.Average _ -> 1;
            case Situation.Peak _, Situation.During _ -> world.value(workload.peak());
            case Situation.Stated _ -> stated;
        };
    }

    private Arrivals arrivals(dev.plumbline.design.Arrivals arrivals, double rate) {
        return switch (arrivals) {
            case dev.plumbline.design.Arrivals.Poisson _ -> new Arrivals.Poisson(rate);
            case dev.plumbline.design.Arrivals.Trace(var recorded) -> new Arrivals.Replayed(rate, recorded);
            case dev.plumbline.design.Arrivals.Regular _ -> new Arrivals.Regular(rate);
            case dev.plumbline.design.Arrivals.Bursty(var times, var lasts, var every) ->
                new Arrivals.Bursty(
                        rate,
                        Math.max(1, world.value(times)),
                        world.value(lasts),
                        Math.max(world.value(every), world.value(lasts) * 1.001));
            case dev.plumbline.design.Arrivals.Diurnal(var peakAt, var swing) ->
                new Arrivals.Diurnal(rate, Math.max(1, world.value(swing)), world.value(peakAt), DAY);
            case dev.plumbline.design.Arrivals.Closed(var users, var think) ->
                new Arrivals.Closed(world.count(users), world.distribution(think));
        };
    }

    /// The replicas of all shards; requests go to the one that their key lies in.
    private int nodes(Component component) {
        long nodes = (long) world.count(component.replicas())
                * component.shards().map(world::count).orElse(1);
        return Math.clamp(nodes, 1, Integer.MAX_VALUE);
    }

    private Station station(Component component, List<Path> paths) {
        int slots = world.count(component.concurrency());
        int limit = component
                .queue()
                .limit()
                .map(amount -> Math.clamp(Math.round(world.value(amount)), 0, Integer.MAX_VALUE))
                .orElse(Integer.MAX_VALUE);
        double slower = slower(component);
        int most = component
                .scale()
                .map(scale -> Math.max(world.count(scale.from()), world.count(scale.to())))
                .orElseGet(() -> nodes(component));
        return new Station(
                component.name(),
                most,
                slots,
                service(component, slower, paths),
                balance(component),
                new Waiting(limit, order(component.queue().order())),
                component
                        .hiccups()
                        .map(each -> new Hiccups(world.value(each.every()), world.distribution(each.lasts()))),
                component.scale().map(this::scaling),
                pacing(component),
                component.fails().map(world::share).orElse(0.0));
    }

    private Pacing pacing(Component component) {
        Optional<Component.Uneven> uneven = component.uneven();
        Optional<Component.Cold> cold = component.cold();
        return new Pacing(
                uneven.map(each -> world.share(each.share())).orElse(0.0),
                uneven.map(each -> Math.clamp(world.value(each.times()), 1, MOST_TIMES))
                        .orElse(1.0),
                cold.map(each -> Math.max(0, world.value(each.lasts()))).orElse(0.0),
                cold.map(each -> Math.clamp(world.value(each.times()), 1, MOST_TIMES))
                        .orElse(1.0));
    }

    private Scaling scaling(Component.Scale scale) {
        return new Scaling(
                Math.max(LEAST_BUSY, world.share(scale.busy())),
                world.count(scale.from()),
                Math.max(0, world.value(scale.after())),
                Math.max(0, world.value(scale.coolDown())),
                LOOKS_EVERY);
    }

    private double slower(Component component) {
        if (situation instanceof Situation.During(var scenario)) {
            return scenario.disturbances().stream()
                    .filter(dev.plumbline.design.Scenario.Disturbance.Slow.class::isInstance)
                    .map(dev.plumbline.design.Scenario.Disturbance.Slow.class::cast)
                    .filter(slow -> slow.component().equals(component.name()))
                    .mapToDouble(slow -> world.value(slow.times()))
                    .findFirst()
                    .orElse(1);
        }
        return 1;
    }

    private Service service(Component component, double slower, List<Path> paths) {
        return switch (component.service()) {
            case dev.plumbline.design.Service.Each(var time) ->
                new Service.Each(time(time, component, paths), sized(time, component)).slowed(slower);
            case dev.plumbline.design.Service.Shared(var time) ->
                new Service.Shared(time(time, component, paths), sized(time, component)).slowed(slower);
            case dev.plumbline.design.Service.Generation generation ->
                generation
                        .time()
                        .<Service>map(time ->
                                new Service.Each(time(time, component, paths), sized(time, component)).slowed(slower))
                        .or(() -> generation
                                .serving()
                                .map(serving -> Generations.of(generation, serving, world)
                                        .slowed(slower)))
                        .orElseThrow(() -> noTime(component));
            case dev.plumbline.design.Service.Batched(var max, var delay, var time, var preferred) -> {
                int most = world.count(max);
                List<Double> times = Arrays.stream(world.bySize(time, most))
                        .map(seconds -> Math.max(0, seconds) * slower)
                        .boxed()
                        .toList();
                yield new Service.Batch(
                        most,
                        Math.max(0, world.value(delay)),
                        times,
                        preferred.stream()
                                .map(world::count)
                                .filter(size -> size <= most)
                                .sorted()
                                .distinct()
                                .toList());
            }
            case dev.plumbline.design.Service.Unstated _ -> throw noTime(component);
        };
    }

    /// The time of a request whatever its size: that of its own, and what the bytes add of those that come here.
    private Distribution time(Amount time, Component component, List<Path> paths) {
        Distribution alone = world.distribution(time);
        List<Path> sized = paths.stream()
                .filter(path -> component.perByte().isPresent() && path.visits(component.name()) > 0)
                .toList();
        if (sized.isEmpty()) {
            return alone;
        }
        List<Double> shares = sized.stream()
                .map(path -> path.arrivals().rate() * path.visits(component.name()))
                .toList();
        List<Distribution> sizes = sized.stream().map(Path::size).toList();
        Distribution bytes = sizes.size() == 1 ? sizes.getFirst() : new Mix(shares, sizes);
        return new Sum(alone, perByte(component.perByte().get()), bytes);
    }

    private Optional<Service.Sized> sized(Amount time, Component component) {
        return component.perByte().map(perByte -> new Service.Sized(world.distribution(time), perByte(perByte)));
    }

    private double perByte(Amount amount) {
        return Math.max(0, world.value(amount));
    }

    private static IllegalStateException noTime(Component component) {
        return new IllegalStateException(
                "The component %s has no time to be simulated with.".formatted(component.name()));
    }

    private static Balance balance(Component component) {
        return switch (component.balance()) {
            case RANDOM -> Balance.RANDOM;
            case WEIGHTED -> Balance.WEIGHTED;
            case ROUND_ROBIN -> Balance.ROUND_ROBIN;
            case LEAST_LOADED -> Balance.LEAST_LOADED;
            case TWO_CHOICES -> Balance.TWO_CHOICES;
        };
    }

    private static Waiting.Order order(Order order) {
        return switch (order) {
            case FIFO -> Waiting.Order.FIFO;
            case LIFO -> Waiting.Order.LIFO;
            case PRIORITY -> Waiting.Order.PRIORITY;
            case DEADLINE -> Waiting.Order.DEADLINE;
        };
    }

    private Step path(String name) {
        return step(
                design.paths().getOrDefault(name, new dev.plumbline.design.Step.Sequence(List.of(), design.start())));
    }

    private Step step(dev.plumbline.design.Step step) {
        return switch (step) {
            case dev.plumbline.design.Step.Sequence(var steps, var _) ->
                new Step.Sequence(steps.stream().map(this::step).toList());
            case dev.plumbline.design.Step.Parallel(int need, var branches, var _) ->
                new Step.Together(need, branches.stream().map(this::step).toList());
            case dev.plumbline.design.Step.When(var share, var then, var _) ->
                new Step.When(world.share(share), step(then));
            case dev.plumbline.design.Step.Wait(var time, var _) -> new Step.Pause(world.distribution(time));
            case dev.plumbline.design.Step.Call call -> call(call);
        };
    }

    private Step call(dev.plumbline.design.Step.Call call) {
        Step target = target(call.target());
        boolean plain = call.timeout().isEmpty()
                && call.retry().isEmpty()
                && call.hedge().isEmpty()
                && call.breaker().isEmpty()
                && call.fallback().isEmpty();
        if (plain) {
            return target;
        }
        double timeout = call.timeout().map(world::value).orElse(NEVER);
        return new Step.Call(
                target,
                timeout > 0 ? timeout : NEVER,
                call.retry().map(this::retry),
                call.hedge().map(this::hedge),
                call.hedge().isPresent(),
                call.breaker().map(this::breaker),
                call.fallback().map(this::target));
    }

    private Retry retry(dev.plumbline.design.Step.Retry retry) {
        return new Retry(
                world.count(retry.times()),
                retry.backoff().map(world::value).orElse(0.0),
                DOUBLING,
                retry.jitter().map(world::share).orElse(0.0),
                retry.budget().map(world::value).orElse(Double.POSITIVE_INFINITY));
    }

    private Breaker breaker(dev.plumbline.design.Step.Breaker breaker) {
        return new Breaker(
                world.share(breaker.above()),
                Math.max(SHORTEST, world.value(breaker.over())),
                world.count(breaker.least()),
                Math.max(SHORTEST, world.value(breaker.lasts())));
    }

    private Hedge hedge(dev.plumbline.design.Step.Hedge hedge) {
        return switch (hedge) {
            case dev.plumbline.design.Step.Hedge.AfterPercentile(double level) -> Hedge.afterQuantile(level);
            case dev.plumbline.design.Step.Hedge.AfterTime(var time) -> Hedge.afterSeconds(world.value(time));
        };
    }

    /// A component, with what is behind it if it is a cache; or another path.
    private Step target(String name) {
        Component component = design.components().get(name);
        if (component == null) {
            return path(name);
        }
        Step visit = new Step.Visit(name);
        Optional<Component.Cache> cache = component.cache();
        if (cache.isEmpty() || cache.get().behind().isEmpty()) {
            return visit;
        }
        Step behind = target(cache.get().behind().get());
        CacheValues values = new CacheValues(world, cache.get(), situation, statedFactor());
        return new Step.Sequence(
                visit,
                flushed(name)
                        ? new Step.Lookup(name, values.refill(), behind)
                        : new Step.When(1 - values.hit(), behind));
    }

    private boolean flushed(String cache) {
        return situation instanceof Situation.During(var scenario)
                && scenario.disturbances().contains(new dev.plumbline.design.Scenario.Disturbance.Flush(cache));
    }
}
