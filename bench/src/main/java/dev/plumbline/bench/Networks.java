package dev.plumbline.bench;

import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Lognormal;
import dev.plumbline.simulation.Arrivals;
import dev.plumbline.simulation.Balance;
import dev.plumbline.simulation.Network;
import dev.plumbline.simulation.Path;
import dev.plumbline.simulation.Service;
import dev.plumbline.simulation.Station;
import dev.plumbline.simulation.Step;
import dev.plumbline.simulation.Waiting;
import java.util.List;

/// What is benchmarked.
public final class Networks {
    private Networks() {}

    static Network named(String name) {
        return switch (name) {
            case "mm1" -> markovian(1, 0.8);
            case "mm8" -> markovian(8, 0.9);
            case "feed" -> feed();
            default -> throw new IllegalArgumentException("there is no network \"%s\"".formatted(name));
        };
    }

    /// M/M/c with a mean service of 1 second.
    static Network markovian(int servers, double load) {
        return Network.single(
                Station.of("queue", 1, servers, new Service.Each(new Exponential(1))),
                new Arrivals.Poisson(load * servers));
    }

    /// A feed-ranking path over six stations: a gateway, user features beside a cache with its store on a
    /// miss, a batched ranker, an explainer for one request in fifty.
    static Network feed() {
        var gateway = Station.of("gateway", 6, 64, new Service.Each(Lognormal.through(0.0004, 0.002)));
        var users = Station.of("user_features", 3, 32, new Service.Each(Lognormal.through(0.0006, 0.004)));
        var cache = Station.of("item_features", 2, 16, new Service.Each(new Constant(0.0002)));
        var store = Station.of("item_store", 2, 40, new Service.Each(Lognormal.through(0.002, 0.015)));
        var ranker = Station.of("ranker", 10, 1, Service.Batch.linear(32, 0.003, 0.0022, 0.00018))
                .with(Balance.LEAST_LOADED)
                .with(Waiting.atMost(400));
        var explainer = Station.of("explainer", 8, 64, new Service.Each(Lognormal.through(0.3, 1.2)));
        Step items =
                new Step.Sequence(new Step.Visit("item_features"), new Step.When(0.08, new Step.Visit("item_store")));
        Step rank = new Step.Sequence(
                new Step.Visit("gateway"),
                Step.all(List.of(new Step.Visit("user_features"), items)),
                new Step.Visit("ranker"),
                new Step.When(0.02, new Step.Visit("explainer")));
        return new Network(
                List.of(gateway, users, cache, store, ranker, explainer),
                List.of(new Path("rank", new Arrivals.Poisson(12_000), rank)));
    }
}
