package dev.plumbline.caching;

import dev.plumbline.probability.Generator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Caches of the plainest kind, asked one request after the other: what the formulas are held against.
final class RequestStream {
    private final double[] upTo;
    private final Generator luck = new Generator(7);

    RequestStream(int keys, double skew) {
        upTo = new double[keys];
        double sum = 0;
        for (int i = 0; i < keys; i++) {
            sum += Math.pow(i + 1, -skew);
            upTo[i] = sum;
        }
        for (int i = 0; i < keys; i++) {
            upTo[i] /= sum;
        }
    }

    int next() {
        int found = Arrays.binarySearch(upTo, luck.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }

    private double share(int key) {
        return key == 0 ? upTo[0] : upTo[key] - upTo[key - 1];
    }

    /// The share of hits of a cache that keeps what was asked for last, and no key longer than `seconds`.
    double lru(int entries, double perSecond, double seconds, int requests) {
        SequencedMap<Integer, Double> broughtIn = new LinkedHashMap<>(16, 0.75f, true);
        // Every key is kept for equally long, so the one that expires next is the one that was brought in first.
        SequencedMap<Integer, Double> byAge = new LinkedHashMap<>();
        int hits = 0;
        double now = 0;
        for (int i = -requests / 2; i < requests; i++) {
            now += luck.nextExponential() / perSecond;
            while (!byAge.isEmpty() && byAge.sequencedValues().getFirst() + seconds < now) {
                broughtIn.remove(byAge.pollFirstEntry().getKey());
            }
            int key = next();
            if (broughtIn.get(key) != null) {
                hits += i >= 0 ? 1 : 0;
                continue;
            }
            broughtIn.put(key, now);
            byAge.put(key, now);
            if (broughtIn.size() > entries) {
                byAge.remove(broughtIn.pollFirstEntry().getKey());
            }
        }
        return (double) hits / requests;
    }

    /// By request since it was empty, the share of caches that had what was asked for, which keep what was asked for
    /// last.
    double[] hitsFromEmpty(int entries, int requests, int caches) {
        double[] hits = new double[requests];
        for (int c = 0; c < caches; c++) {
            SequencedMap<Integer, Boolean> kept = new LinkedHashMap<>(16, 0.75f, true);
            for (int i = 0; i < requests; i++) {
                int key = next();
                hits[i] += kept.get(key) == null ? 0 : 1.0 / caches;
                kept.put(key, true);
                if (kept.size() > entries) {
                    kept.pollFirstEntry();
                }
            }
        }
        return hits;
    }

    /// The share of hits of a cache that keeps what has been asked for most often so far.
    double lfu(int entries, int requests) {
        long[] asked = new long[upTo.length];
        boolean[] kept = new boolean[upTo.length];
        for (int i = 0; i < 20 * upTo.length; i++) {
            asked[next()]++;
        }
        List<Integer> ranked = new ArrayList<>();
        for (int i = 0; i < asked.length; i++) {
            ranked.add(i);
        }
        ranked.sort(Comparator.comparingLong((Integer key) -> asked[key]).reversed());
        ranked.subList(0, entries).forEach(key -> kept[key] = true);
        int hits = 0;
        for (int i = 0; i < requests; i++) {
            hits += kept[next()] ? 1 : 0;
        }
        return (double) hits / requests;
    }

    /// The exact share of hits of a cache that keeps what was asked for last: the sum over all orders in which the last
    /// few different keys can have been asked for (W. F. King 1971).
    double exactLru(int entries) {
        return order(new ArrayList<>(), entries, 1, 1, 0);
    }

    /// @param chance of the order so far
    /// @param left the share of requests that ask for keys not in it
    /// @param inside the share of those that do
    private double order(List<Integer> first, int entries, double chance, double left, double inside) {
        if (first.size() == entries) {
            return chance * inside;
        }
        double sum = 0;
        for (int key = 0; key < upTo.length; key++) {
            if (!first.contains(key)) {
                List<Integer> longer = new ArrayList<>(first);
                longer.add(key);
                sum += order(longer, entries, chance * share(key) / left, left - share(key), inside + share(key));
            }
        }
        return sum;
    }
}
