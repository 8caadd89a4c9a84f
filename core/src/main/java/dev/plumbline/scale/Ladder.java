package dev.plumbline.scale;

import dev.plumbline.design.Component;
import dev.plumbline.design.Design;
import dev.plumbline.design.Kind;
import dev.plumbline.design.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What moves the limits of a design, the first one first. Of several edits that do, the cheapest that carries far
/// enough is built on, and the others are told beside it. Ends where no edit of the design moves the limit.
final class Ladder {
    private static final int MOST_CHANGES = 8;
    /// A change carries at least so many times further, so that two parts do not take turns in small steps.
    private static final double STEP = 3;
    /// Beyond what is aimed at, so that a change does not end a hair before it.
    private static final double ROOM = 1.02;

    private Ladder() {}

    /// @param all its limits
    static List<Change> of(Limits limits, List<Limit> all) {
        List<Change> changes = new ArrayList<>();
        Limits now = limits;
        List<Limit> found = all;
        while (!found.isEmpty() && changes.size() < MOST_CHANGES) {
            Optional<Rung> rung = rung(now, found);
            if (rung.isEmpty()) {
                break;
            }
            changes.add(rung.get().change());
            now = rung.get().limits();
            found = rung.get().found();
        }
        return changes;
    }

    /// A change, and the limits with it.
    private record Rung(Change change, Limits limits, List<Limit> found) {
        /// How far the limit that it is about has been moved.
        double reach() {
            Limit moved = change.moved();
            return found.stream()
                    .filter(each -> each.figure().equals(moved.figure()) && each.why() == moved.why())
                    .mapToDouble(Limit::at)
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    private static Optional<Rung> rung(Limits now, List<Limit> found) {
        Limit first = found.getFirst();
        double at = first.at() == 0 ? now.today() : first.at();
        double beyond = found.stream()
                .filter(each -> !each.component().equals(first.component()) && each.at() > at)
                .mapToDouble(Limit::at)
                .findFirst()
                .orElse(0);
        double aim = Math.max(beyond, at * STEP);
        double before = now.cost(at);
        List<Rung> rungs = edits(now, first, aim).stream()
                .map(edit -> {
                    Limits after = now.with(edit.in(now.design()));
                    List<Limit> then = after.all();
                    Change change = new Change(
                            first,
                            edit,
                            then.stream().findFirst(),
                            before,
                            after.cost(at),
                            note(now.design(), edit),
                            List.of());
                    return new Rung(change, after, then);
                })
                .filter(each -> each.reach() > at)
                .sorted(Comparator.<Rung>comparingInt(each -> each.reach() >= aim ? 0 : 1)
                        .thenComparingDouble(each -> each.change().costAfter()))
                .toList();
        return rungs.stream().findFirst().map(best -> {
            Change taken = best.change();
            List<Change> instead = rungs.stream().skip(1).map(Rung::change).toList();
            return new Rung(
                    new Change(
                            taken.moved(),
                            taken.edit(),
                            taken.next(),
                            taken.costBefore(),
                            taken.costAfter(),
                            taken.note(),
                            instead),
                    best.limits(),
                    best.found());
        });
    }

    private static List<Edit> edits(Limits now, Limit limit, double aim) {
        Component component = now.design().components().get(limit.component());
        if (component == null) {
            return List.of();
        }
        double times = Math.max(1, now.median(limit, aim)) * ROOM;
        return switch (limit.why()) {
            case SATURATION, SHARD, QUOTA -> List.of(more(now, component, times));
            case NETWORK -> {
                List<Edit> edits = new ArrayList<>(shards(now, component, times));
                edits.addFirst(more(now, component, times));
                yield edits;
            }
            case WRITER -> shards(now, component, times);
            case MEMORY -> {
                List<Edit> edits = new ArrayList<>(shards(now, component, times));
                larger(now, component, limit, aim).ifPresent(edits::add);
                yield edits;
            }
            case CONNECTIONS -> fewer(now, component, times);
            case TAIL, MONEY, STORAGE, ENERGY, AGE, AVAILABILITY -> List.of();
        };
    }

    private static Edit more(Limits now, Component component, double times) {
        String name = component
                .scale()
                .map(Component.Scale::to)
                .orElse(component.replicas())
                .name();
        double from = Math.round(now.value(name));
        return new Edit.Count(name, from, Math.ceil(from * times));
    }

    private static List<Edit> shards(Limits now, Component component, double times) {
        if (component.kind() != Kind.STORE && component.kind() != Kind.INDEX) {
            return List.of();
        }
        double from = component
                .shards()
                .map(shards -> (double) Math.round(now.value(shards.name())))
                .orElse(1.0);
        return List.of(new Edit.Shards(component.name(), from, Math.ceil(from * times)));
    }

    /// The cheapest machine on which the limit lies beyond what is aimed at, else the one that comes nearest. One whose
    /// price is stated by hand is left alone, as nobody knows that of another.
    private static Optional<Edit> larger(Limits now, Component component, Limit limit, double aim) {
        if (component.machine().isEmpty() || component.price().isPresent()) {
            return Optional.empty();
        }
        Optional<Edit> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (var machine : new LargerMachines(now.design().facts())
                .than(component.machine().get())) {
            Edit edit = new Edit.Larger(component.name(), component.machine().get(), machine);
            double used = now.with(edit.in(now.design())).median(limit, aim);
            if (used <= 1) {
                return Optional.of(edit);
            }
            if (used < least) {
                least = used;
                best = Optional.of(edit);
            }
        }
        return best;
    }

    private static List<Edit> fewer(Limits now, Component component, double times) {
        return component
                .connections()
                .map(connections -> {
                    double from = Math.round(now.value(connections.each().name()));
                    return new Edit.Count(connections.each().name(), from, Math.floor(from / times));
                })
                .filter(edit -> edit.to() >= 1)
                .<List<Edit>>map(List::of)
                .orElse(List.of());
    }

    /// A request that has to ask every shard is as slow as the slowest of them.
    private static String note(Design design, Edit edit) {
        if (!(edit instanceof Edit.Shards(var name, var _, var to))) {
            return "";
        }
        boolean asksAll = Group.known(design.components(), name).kind() == Kind.INDEX
                || design.paths().values().stream().anyMatch(path -> fansOut(path, name));
        double slow = 1 - Math.pow(0.99, to);
        return asksAll
                ? String.format(
                        Locale.ROOT,
                        "a request that asks all %.0f waits for the slowest: %.1f %% of them meet what 1 %% of the"
                                + " requests to one meet",
                        to,
                        100 * slow)
                : "";
    }

    private static boolean fansOut(Step step, String component) {
        return switch (step) {
            case Step.Sequence(var steps, var _) -> steps.stream().anyMatch(each -> fansOut(each, component));
            case Step.Parallel(var _, var branches, var _) ->
                branches.stream().filter(each -> calls(each, component)).count() > 1
                        || branches.stream().anyMatch(each -> fansOut(each, component));
            case Step.When(var _, var then, var _) -> fansOut(then, component);
            case Step.Wait _, Step.Call _ -> false;
        };
    }

    private static boolean calls(Step step, String component) {
        return step instanceof Step.Call call && call.target().equals(component);
    }
}
