package dev.plumbline.scorecard;

import dev.plumbline.design.Proof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Gathers the marks of one section, item by item.
final class Items {
    private final Section section;
    private final List<Mark> marks = new ArrayList<>();

    Items(Section section) {
        this.section = section;
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    Items none(String title, String because, String todo) {
        return add(title, Points.NONE, because, todo);
    }

    Items half(String title, String because, String todo) {
        return add(title, Points.HALF, because, todo);
    }

    Items one(String title, String because) {
        return add(title, Points.ONE, because, "");
    }

    /// One point for a job, half a point for words.
    ///
    /// @param key the key of the proof
    /// @param section where the key is written
    Items proof(String title, Optional<Proof> proof, String key, String section) {
        if (proof.isEmpty()) {
            return none(
                    title,
                    "\"%s\" of %s is not said".formatted(key, section),
                    "add \"%s: {job: ...}\" to %s".formatted(key, section));
        }
        return proof.get().isAutomated()
                ? one(title, Grounds.words(proof.get()))
                : half(
                        title,
                        Grounds.words(proof.get()),
                        "name the job that repeats it: \"%s: {job: ...}\"".formatted(key));
    }

    /// The same for many things: as much as the least proven of them, and nothing where one is not proven at all.
    ///
    /// @param things what has to be proven, by name
    /// @param nothing what to say where there are none
    /// @param listed where they are listed
    <T> Items proofs(
            String title,
            Map<String, T> things,
            Function<T, Optional<Proof>> proof,
            String key,
            String nothing,
            String listed) {
        if (things.isEmpty()) {
            return none(title, nothing, "list them under \"%s:\", each with \"%s\"".formatted(listed, key));
        }
        List<String> without = new ArrayList<>();
        List<String> byHand = new ArrayList<>();
        things.forEach((name, thing) -> {
            Optional<Proof> found = proof.apply(thing);
            if (found.isEmpty()) {
                without.add(name);
            } else if (!found.get().isAutomated()) {
                byHand.add(name);
            }
        });
        if (!without.isEmpty()) {
            return none(
                    title,
                    "%s: \"%s\" is not said".formatted(Grounds.names(without), key),
                    "add \"%s: {job: ...}\" to %s".formatted(key, Grounds.names(without)));
        }
        if (!byHand.isEmpty()) {
            return half(
                    title,
                    "by hand for " + Grounds.names(byHand),
                    "name the job that repeats it: \"%s: {job: ...}\"".formatted(key));
        }
        return one(
                title,
                things.size() == 1
                        ? Grounds.words(
                                proof.apply(things.values().iterator().next()).orElseThrow())
                        : "jobs repeat it for all %d".formatted(things.size()));
    }

    private Items add(String title, Points points, String because, String todo) {
        marks.add(new Mark(section, marks.size() + 1, title, points, because, todo));
        return this;
    }

    /// Things by name, in their order.
    static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        things.forEach(thing -> named.put(name.apply(thing), thing));
        return named;
    }
}
