package dev.plumbline.assessment;

import dev.plumbline.caching.HitRate;
import dev.plumbline.caching.Popularity;
import dev.plumbline.caching.Refill;
import dev.plumbline.design.Component;
import dev.plumbline.design.Component.Population;

/// How often a cache has what it is asked for, in one world under one situation.
///
/// @param stated the load over the average, where a situation states it
record CacheValues(World world, Component.Cache cache, Situation situation, double stated) {
    /// The hit rate in the long run: a time to live covers more requests when more come.
    double hit() {
        if (cache.population().isEmpty() || !timed(cache.population().get())) {
            return world.share(cache.hit());
        }
        Population population = cache.population().get();
        return switch (population.policy()) {
            case LFU -> HitRate.lfu(keys(population), entries(population));
            case TTL -> HitRate.ttl(keys(population), reads(population), ttl());
            case LRU -> HitRate.lruWithTtl(keys(population), entries(population), reads(population), ttl());
        };
    }

    /// The hit rate after it was emptied.
    Refill refill() {
        Population population = cache.population()
                .orElseThrow(() -> new IllegalStateException("A cache of unknown keys cannot be emptied."));
        Popularity keys = keys(population);
        return switch (population.policy()) {
            case LFU -> Refill.lfu(keys, entries(population));
            case TTL -> Refill.ttl(keys, reads(population), ttl());
            case LRU ->
                timed(population)
                        ? Refill.lruWithTtl(keys, entries(population), reads(population), ttl())
                        : Refill.lru(keys, entries(population));
        };
    }

    private boolean timed(Population population) {
        return cache.ttl().isPresent() && population.policy() != Component.Policy.LFU;
    }

    private Popularity keys(Population population) {
        return Popularity.zipf(
                Math.clamp(world.value(population.keys()), 1, Popularity.MOST),
                Math.max(0, world.value(population.skew())));
    }

    private double entries(Population population) {
        return Math.max(0, world.value(population.entries()));
    }

    private double ttl() {
        return cache.ttl().map(world::value).orElse(Double.POSITIVE_INFINITY);
    }

    private double reads(Population population) {
        return switch (situation) {
            case Situation.Average _ -> world.value(population.reads());
            case Situation.Peak _, Situation.During _ -> world.value(population.peakReads());
            case Situation.Stated _ -> world.value(population.reads()) * stated;
        };
    }
}
