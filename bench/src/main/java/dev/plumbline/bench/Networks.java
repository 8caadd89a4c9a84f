package dev.plumbline.bench;

import dev.plumbline.assessment.DeploymentPace;
import dev.plumbline.probability.Constant;
import dev.plumbline.probability.Exponential;
import dev.plumbline.probability.Lognormal;
import dev.plumbline.roofline.Accelerator;
import dev.plumbline.roofline.Deployment;
import dev.plumbline.roofline.Efficiency;
import dev.plumbline.roofline.Transformer;
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
            case "writer" -> writer();
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

    /// Four replicas of an 8-billion-parameter model on one H100 each, at two thirds of what they can do: 32 answers at
    /// work in each, conversations of 1,020 tokens answered by 129 in the median.
    static Network writer() {
        var model = new Transformer(8_030_261_248.0, 8_030_261_248.0, 32, 32, 8, 128, 0, 4096, 14336, 128_256, 0, 0);
        var card = new Accelerator(989.4e12, 3.35e12, 80e9, 450e9);
        var reached = new Efficiency(0.37, 0.64, 0.81, 70e-6, 0.4, 12e-6);
        var deployment = new Deployment(model, card, reached, 2, 2, 1);
        int blocks = (int) (deployment.cachedTokens(0.875, 0) * 0.82 / Service.Generation.BLOCK);
        var service = new Service.Generation(
                new Service.Lengths(Lognormal.through(1020, 4000), Lognormal.through(129, 600), 0),
                Service.Reuse.NONE,
                new DeploymentPace(deployment),
                2048,
                Service.Prefill.CHUNKED,
                new Service.Room(blocks, 131_072));
        return Network.single(
                Station.of("writer", 4, 128, service).with(Balance.LEAST_LOADED), new Arrivals.Poisson(64));
    }
}
