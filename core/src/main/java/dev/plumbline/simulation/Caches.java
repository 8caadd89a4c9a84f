package dev.plumbline.simulation;

import dev.plumbline.caching.Refill;
import dev.plumbline.probability.Generator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How full each cache is that was emptied.
///
/// A cache knows the keys of those requests whose answer has come. Each miss therefore stands for the requests since
/// the miss before it, and once it is answered they all count: so a slow store fills its cache late, and one that
/// fails does not fill it. Requests for a key whose first answer is still under way miss too, as they do in a cache
/// that does not hold them back.
final class Caches {
    private final Program program;
    private final Tokens tokens;
    private final Generator generator;
    private final Refill[] refills;
    private final double[] flushAt;
    private final double[] each;
    /// How many requests have gone by since the flush whose keys are known again; infinite before it.
    private final double[] seen;
    private final Map<String, Integer> names;
    private final long[] lookups;
    private final long[] misses;
    /// How many since the last miss.
    private final double[] since;
    /// By token and cache: how many requests its miss stands for.
    private double[] standsFor = new double[0];

    Caches(Program program, Tokens tokens, Generator generator, List<Flush> flushes) {
        this.program = program;
        this.tokens = tokens;
        this.generator = generator;
        refills = program.refills.toArray(new Refill[0]);
        int count = refills.length;
        flushAt = new double[count];
        each = new double[count];
        seen = new double[count];
        since = new double[count];
        names = program.caches;
        lookups = new long[count];
        misses = new long[count];
        Arrays.fill(flushAt, Double.POSITIVE_INFINITY);
        Arrays.fill(seen, Double.POSITIVE_INFINITY);
        for (Flush flush : flushes) {
            Integer cache = program.caches.get(flush.cache());
            if (cache == null) {
                throw new IllegalArgumentException("no path looks up a cache \"%s\"".formatted(flush.cache()));
            }
            flushAt[cache] = flush.at();
            each[cache] = flush.requests();
        }
    }

    /// Counts from here on.
    void forget() {
        Arrays.fill(lookups, 0);
        Arrays.fill(misses, 0);
    }

    /// By cache, the share of lookups that missed; -1 where there were none.
    Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        names.forEach((name, i) -> shares.put(name, lookups[i] == 0 ? -1.0 : (double) misses[i] / lookups[i]));
        return shares;
    }

    /// Whether a request finds what the instruction at `pc` looks up. As with any share of requests, those with the
    /// smallest draws are the ones that miss.
    boolean has(int pc, int token, double now) {
        generator.restart(tokens.request[token] ^ program.salt[pc]);
        double draw = generator.nextDouble();
        int cache = (int) program.x[pc];
        lookups[cache]++;
        if (now >= flushAt[cache]) {
            flushAt[cache] = Double.POSITIVE_INFINITY;
            seen[cache] = 0;
            since[cache] = 0;
        }
        if (seen[cache] == Double.POSITIVE_INFINITY) {
            boolean warm = draw >= 1 - refills[cache].warm();
            misses[cache] += warm ? 0 : 1;
            return warm;
        }
        since[cache] += each[cache];
        if (draw >= 1 - refills[cache].after(seen[cache])) {
            return true;
        }
        misses[cache]++;
        int at = token * refills.length + cache;
        if (at >= standsFor.length) {
            standsFor = Arrays.copyOf(standsFor, Math.max(2 * standsFor.length, at + refills.length));
        }
        standsFor[at] = since[cache];
        since[cache] = 0;
        return false;
    }

    /// A miss was answered.
    ///
    /// @return the instruction to go on at
    int filled(int pc, int token) {
        int cache = program.a[pc];
        int at = token * refills.length + cache;
        if (at < standsFor.length) {
            seen[cache] += standsFor[at];
            standsFor[at] = 0;
        }
        return program.next[pc];
    }
}
