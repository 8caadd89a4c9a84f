package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/// A part of the system that serves requests.
///
/// @param replicas how many copies share the work; of each shard, where there are several
/// @param shards into how many parts, by key, what it holds is split; empty where it is not
/// @param connections how many its callers keep open, where the design says it
/// @param concurrency how many requests a replica serves at a time
/// @param perByte what each byte of a request adds to its time, seconds
/// @param machine what a replica runs on
/// @param price what a replica costs per second, where the design or a fact says it
/// @param network bytes a second that a replica can send, and receive besides, where the design says it
/// @param available the share of time it works
/// @param fails the share of requests that end in an error
/// @param uneven which replicas are slower than the others, if some are
/// @param cold how slow replicas are at first, if they are
/// @param holds the data it stores
/// @param cache what a cache does on a miss; empty for other kinds
public record Component(
        String name,
        Kind kind,
        Amount replicas,
        Optional<Amount> shards,
        Optional<Connections> connections,
        Amount concurrency,
        Service service,
        Optional<Amount> perByte,
        Optional<Machine> machine,
        Optional<Amount> price,
        Optional<Amount> network,
        Optional<Amount> available,
        Optional<Amount> fails,
        Balance balance,
        Queue queue,
        Optional<Hiccups> hiccups,
        Optional<Scale> scale,
        Optional<Uneven> uneven,
        Optional<Cold> cold,
        List<String> holds,
        Optional<Cache> cache,
        Optional<Replication> replication,
        List<String> regions,
        Place place) {
    public Component {
        holds = List.copyOf(holds);
        regions = List.copyOf(regions);
    }

    /// The same, split by key.
    public Component split(Amount into) {
        return with(Optional.of(into), machine);
    }

    /// The same on another machine.
    public Component on(Machine other) {
        return with(shards, Optional.of(other));
    }

    private Component with(Optional<Amount> parts, Optional<Machine> on) {
        return new Component(
                name,
                kind,
                replicas,
                parts,
                connections,
                concurrency,
                service,
                perByte,
                on,
                price,
                network,
                available,
                fails,
                balance,
                queue,
                hiccups,
                scale,
                uneven,
                cold,
                holds,
                cache,
                replication,
                regions,
                place);
    }

    /// Where requests wait.
    ///
    /// @param limit the most that wait at one replica; one more is shed
    public record Queue(Optional<Amount> limit, Order order) {}

    /// Connections that are kept open to each node.
    ///
    /// @param most that one node takes
    /// @param from the components whose replicas keep them
    /// @param each how many each of those replicas keeps to each node
    public record Connections(Amount most, List<String> from, Amount each) {
        public Connections {
            from = List.copyOf(from);
        }
    }

    /// Pauses of a replica.
    ///
    /// @param every the mean time between them, seconds
    /// @param lasts how long one lasts, seconds
    public record Hiccups(Amount every, Amount lasts) {}

    /// Automatic scaling.
    ///
    /// @param busy the busy share above which a replica is added
    /// @param from the fewest replicas
    /// @param to the most
    /// @param after from the decision until the replica serves, seconds
    /// @param coolDown how long the most that was wanted is kept, seconds
    public record Scale(Amount busy, Amount from, Amount to, Amount after, Amount coolDown) {}

    /// Replicas that are slower than the others for good, as on older machines.
    ///
    /// @param share of the replicas
    /// @param times how many times as long they take
    public record Uneven(Amount share, Amount times) {}

    /// Replicas that have been started a short while ago.
    ///
    /// @param lasts how long they are slower, seconds
    /// @param times how many times as long they take
    public record Cold(Amount lasts, Amount times) {}

    /// A cache in front of something.
    ///
    /// @param hit the share of requests it answers itself, on average
    /// @param behind the component it asks for the others
    /// @param ttl how long it keeps an entry, seconds
    /// @param population what the hit rate is computed from; empty where it is stated
    public record Cache(Amount hit, Optional<String> behind, Optional<Amount> ttl, Optional<Population> population) {}

    /// What a cache keeps.
    public enum Policy {
        LRU,
        LFU,
        TTL
    }

    /// The keys that a cache is asked for, and what it can keep of them.
    ///
    /// @param entries how many keys fit; has no meaning with [Policy#TTL]
    /// @param reads how often it is asked on average and at the peak, per second; has a meaning where a `ttl` acts
    public record Population(Policy policy, Amount keys, Amount skew, Amount entries, Amount reads, Amount peakReads) {}

    /// How a store copies its data, in the words of the design.
    public record Replication(Optional<String> engine, Optional<String> write, Optional<String> read) {}
}
