package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.quantity.Checked;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Derives the hit rates that are not stated, as formulas over the design's own names, once everything is read: the
/// keys may be the rows of the data behind, and how often a cache is asked follows from paths and workload.
final class CacheFormulas {
    /// Breslau et al. 1999 measured 0.64 to 0.83; key-value caches of services are often more skewed.
    private static final String USUAL_SKEW = "0.6 .. 1.1";

    private static final String SKEW_SOURCE =
            "Breslau et al. 1999 (https://doi.org/10.1109/INFCOM.1999.749260): 0.64 to 0.83 at web proxies";

    private final Draft draft;
    private final Map<String, Workload> workload;
    private final Map<String, Component> components;
    private final Map<String, Step.Sequence> paths;
    private final Map<String, Data> data;

    CacheFormulas(
            Draft draft,
            Map<String, Workload> workload,
            Map<String, Component> components,
            Map<String, Step.Sequence> paths,
            Map<String, Data> data) {
        this.draft = draft;
        this.workload = workload;
        this.components = components;
        this.paths = paths;
        this.data = data;
    }

    void define() {
        List<Component> computed = components.values().stream()
                .filter(each ->
                        each.cache().flatMap(Component.Cache::population).isPresent())
                .toList();
        if (computed.isEmpty()) {
            return;
        }
        // How much fits is bytes or a number, which only the dimension of what was written tells.
        Checked read = SheetBuilder.dimensions(draft);
        for (Component component : computed) {
            Component.Cache cache = component.cache().orElseThrow();
            hit(read, component, cache, cache.population().orElseThrow());
        }
    }

    private void hit(Checked read, Component component, Component.Cache cache, Component.Population population) {
        Place place = component.place();
        boolean counted = keys(component, population, place);
        boolean known = entries(read, component, cache, population) && counted;
        if (!defined(population.skew())) {
            draft.assume(population.skew().name(), USUAL_SKEW, Measure.NUMBER, place, SKEW_SOURCE, "none is given");
        }
        boolean timed = cache.ttl().isPresent() && population.policy() != Component.Policy.LFU;
        if (timed) {
            reads(component, population, place);
        }
        Expression keys = Expressions.name(population.keys().name());
        Expression skew = Expressions.name(population.skew().name());
        Expression entries = Expressions.name(population.entries().name());
        Expression reads = Expressions.name(population.reads().name());
        Expression ttl = Expressions.name(cache.ttl().map(Amount::name).orElse(""));
        Expression hit = Expressions.number(1);
        if (known) {
            hit = switch (population.policy()) {
                case LFU -> Expressions.call("lfu_hit", keys, skew, entries);
                case TTL -> Expressions.call("ttl_hit", keys, skew, reads, ttl);
                case LRU ->
                    timed
                            ? Expressions.call("lru_ttl_hit", keys, skew, entries, reads, ttl)
                            : Expressions.call("lru_hit", keys, skew, entries);
            };
        }
        draft.derive(cache.hit().name(), hit, Measure.SHARE, place);
    }

    private boolean keys(Component component, Component.Population population, Place place) {
        if (defined(population.keys())) {
            return true;
        }
        Optional<Amount> rows = behind(component).flatMap(Data::rows);
        rows.ifPresent(found ->
                draft.derive(population.keys().name(), Expressions.name(found.name()), Measure.POPULATION, place));
        if (rows.isEmpty()) {
            missing(
                    component,
                    "design.cache-keys",
                    "says nothing of how many keys it is asked for",
                    "a hit rate is computed from how many keys there are, how unlike they are and how many fit",
                    "add \"keys: 50M\", or \"rows\" to the data that is held behind it");
        }
        return rows.isPresent();
    }

    private boolean entries(Checked read, Component component, Component.Cache cache, Component.Population population) {
        String name = component.name();
        Place place = component.place();
        if (population.policy() == Component.Policy.TTL) {
            if (cache.ttl().isEmpty()) {
                missing(
                        component,
                        "design.cache-size",
                        "keeps everything for its ttl and has none",
                        "how long a key is kept decides how often it is found",
                        "add \"ttl: 5 min\"");
            }
            return cache.ttl().isPresent();
        }
        String size = name + ".size";
        if (!draft.entries().containsKey(size)) {
            missing(
                    component,
                    "design.cache-size",
                    "does not say how much fits",
                    "a hit rate is computed from how many keys there are, how unlike they are and how many fit",
                    "add \"size: 2M\" or \"size: 64 GB\"");
            return false;
        }
        if (read.dimension(size).filter(Measure.CAPACITY::accepts).isEmpty()) {
            return false;
        }
        if (!read.dimension(size).filter(Dimension.DATA::equals).isPresent()) {
            draft.derive(population.entries().name(), Expressions.name(size), Measure.POPULATION, place);
            return true;
        }
        String entry = name + ".entry";
        Optional<String> bytes = draft.entries().containsKey(entry)
                ? Optional.of(entry)
                : behind(component).flatMap(Data::size).map(Amount::name);
        bytes.ifPresent(each -> draft.derive(
                population.entries().name(),
                Expressions.over(Expressions.name(size), Expressions.name(each)),
                Measure.POPULATION,
                place));
        if (bytes.isEmpty()) {
            missing(
                    component,
                    "design.cache-size",
                    "has a size in bytes and does not say what one entry takes",
                    "how many keys fit decides how often one is found",
                    "add \"entry: 1.4 KiB\", or \"size\" to the data that is held behind it");
        }
        return bytes.isPresent();
    }

    /// How often it is asked, over all paths; their nouns aside, as loads and searches ask the same cache.
    private void reads(Component component, Component.Population population, Place place) {
        List<Expression> average = new ArrayList<>();
        List<Expression> peak = new ArrayList<>();
        workload.values()
                .forEach(each -> Optional.ofNullable(
                                Visits.of(components, paths, each.path()).get(component.name()))
                        .ifPresent(visits -> {
                            Expression rate = Expressions.call(
                                    "uncounted", Expressions.name(each.rate().name()));
                            Expression asks =
                                    visits.equals(Expressions.number(1)) ? rate : Expressions.times(rate, visits);
                            average.add(asks);
                            peak.add(Expressions.times(
                                    asks, Expressions.name(each.peak().name())));
                        }));
        if (average.isEmpty()) {
            Expression never = Expressions.over(
                    Expressions.number(0), Expressions.name(population.keys().name()));
            average.add(never);
            peak.add(never);
        }
        draft.derive(population.reads().name(), Expressions.sum(average), Measure.ANY, place);
        draft.derive(population.peakReads().name(), Expressions.sum(peak), Measure.ANY, place);
    }

    /// The data that the component behind a cache holds, if it is one.
    private Optional<Data> behind(Component cache) {
        return cache.cache()
                .flatMap(Component.Cache::behind)
                .map(components::get)
                .map(Component::holds)
                .filter(holds -> holds.size() == 1)
                .map(holds -> data.get(holds.getFirst()));
    }

    private boolean defined(Amount amount) {
        return draft.entries().containsKey(amount.name());
    }

    private void missing(Component component, String rule, String what, String why, String mend) {
        draft.problems().error(rule, component.place(), "\"%s\" %s".formatted(component.name(), what), why, mend);
    }
}
