package dev.plumbline.design;

import java.util.List;
import java.util.Optional;

/// Reads what makes a component a cache. What a computed hit rate still needs is filled in by [CacheFormulas].
final class CacheReader {
    private static final List<String> COMPUTED = List.of("keys", "skew", "size", "policy");

    private final Cursor cursor;
    private final Names names;
    private final String name;

    CacheReader(Cursor cursor, Names names, String name) {
        this.cursor = cursor;
        this.names = names;
        this.name = name;
    }

    Component.Cache read() {
        Optional<String> behind = cursor.reference("behind", "component", names.components());
        Optional<Amount> ttl = cursor.amount("ttl", Measure.TIME);
        Optional<String> computed = COMPUTED.stream().filter(cursor::has).findFirst();
        if (computed.isEmpty()) {
            return new Component.Cache(cursor.amountOr("hit", Measure.SHARE, "100 %"), behind, ttl, Optional.empty());
        }
        if (cursor.has("hit")) {
            cursor.draft()
                    .problems()
                    .error(
                            "design.two-hits",
                            cursor.place("hit"),
                            "\"%s\" states a hit rate and %s".formatted(name, computed.get()),
                            "the hit rate follows from keys, skew and size, or it is known, not both",
                            "keep the one that is meant");
            return new Component.Cache(cursor.amountOr("hit", Measure.SHARE, "100 %"), behind, ttl, Optional.empty());
        }
        cursor.amount("keys", Measure.POPULATION);
        cursor.amount("skew", Measure.NUMBER);
        cursor.amount("size", Measure.CAPACITY);
        cursor.amount("entry", Measure.SIZE);
        Component.Policy policy = cursor.choice(
                "policy",
                Component.Policy.class,
                ttl.isPresent() && !cursor.has("size") ? Component.Policy.TTL : Component.Policy.LRU);
        ignored(policy);
        return new Component.Cache(
                named("hit"),
                behind,
                ttl,
                Optional.of(new Component.Population(
                        policy, named("keys"), named("skew"), named("entries"), named("reads"), named("peak_reads"))));
    }

    private Amount named(String what) {
        return new Amount(name + "." + what, cursor.node().place());
    }

    private void ignored(Component.Policy policy) {
        switch (policy) {
            case LRU -> {}
            case LFU -> noEffect("ttl", "lfu", "keeps what is asked for most often, however old it is");
            case TTL -> noEffect("size", "ttl", "keeps everything for its time, however much that is");
        }
    }

    private void noEffect(String key, String policy, String what) {
        if (cursor.has(key)) {
            cursor.draft()
                    .problems()
                    .warning(
                            "design.no-effect",
                            cursor.place(key),
                            "\"%s\" changes nothing beside \"policy: %s\"".formatted(key, policy),
                            "such a cache %s".formatted(what),
                            "take it out, or write \"policy: lru\", which minds both");
        }
    }
}
