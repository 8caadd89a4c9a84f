package dev.plumbline.review;

import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which a component can be turned, one knob at a time. Only what is written as a plain number is turned:
/// an
/// expression or an interval says more than a number that would replace it.
final class Knobs {
    private static final double[] MORE = {1.25, 1.5, 2, 3};
    private static final double[] FEWER = {0.75, 0.5};
    /// So many waiting are enough to keep a replica busy.
    private static final String LIMIT = "20";

    private static final double[] SOONER = {0.75, 0.5};
    private static final Pattern BUSY = Pattern.compile("(busy\\s*>\\s*)([0-9].*)");
    private static final double[] FEWER_MISSES = {0.5, 0.2};
    private static final String SHED = "who is shed is no loss beyond what the requirements allow";
    private static final String KNOWS_LOAD = "the balancer knows how full each replica is";

    private final Sites sites;

    Knobs(Sites sites) {
        this.sites = sites;
    }

    /// The moves of a component.
    List<Move> of(String component) {
        List<Move> moves = new ArrayList<>();
        sites.component(component).ifPresent(its -> {
            replicas(component, its, moves);
            balance(component, its, moves);
            concurrency(component, its, moves);
            batch(component, its, moves);
            shedding(component, its, moves);
            mapping(its, "queue").ifPresent(queue -> limit(component, queue, moves));
            number(its, "hit").ifPresent(now -> hit(component, its, now, moves));
            mapping(its, "scale").ifPresent(scale -> floor(component, scale, moves));
            mapping(its, "scale").ifPresent(scale -> busy(component, scale, moves));
        });
        return moves;
    }

    /// The component with so many replicas; empty where their number is not a plain one, or is that already.
    Optional<Move> replicas(String component, int count) {
        return sites.component(component).flatMap(its -> replicas(component, its, count));
    }

    private static Optional<Move> replicas(String component, Node.Mapping its, int count) {
        Optional<Integer> now = copies(its);
        // Where replicas follow the load their number has no meaning.
        if (its.keys().contains("scale") || now.isEmpty() || count < 1 || count == now.get()) {
            return Optional.empty();
        }
        double growth = (count - now.get()) / (double) now.get();
        return Optional.of(new Move(
                "replicas of " + component,
                now.get().toString(),
                Integer.toString(count),
                List.of(set(its, "replicas", Integer.toString(count))),
                Optional.empty(),
                growth,
                Optional.of(new Move.Copies(component, now.get(), count))));
    }

    static Optional<Integer> copies(Node.Mapping its) {
        Optional<Node> written = its.get("replicas");
        return written.isEmpty() ? Optional.of(1) : written.flatMap(Literal::of).flatMap(Literal::whole);
    }

    private static void replicas(String component, Node.Mapping its, List<Move> moves) {
        copies(its).ifPresent(now -> {
            Set<Integer> counts = new LinkedHashSet<>();
            for (double factor : MORE) {
                counts.add((int) Math.ceil(factor * now));
            }
            counts.add(now - 1);
            for (double factor : FEWER) {
                counts.add((int) Math.ceil(factor * now));
            }
            counts.forEach(count -> replicas(component, its, count).ifPresent(moves::add));
        });
    }

    private static void balance(String component, Node.Mapping its, List<Move> moves) {
        if (!its.keys().contains("scale")
                && copies(its).filter(copies -> copies < 2).isPresent()) {
            return;
        }
        String now = text(its, "balance").orElse("random");
        for (String word : List.of("least-loaded", "two-choices")) {
            if (!word.equals(now) && !now.equals("least-loaded")) {
                moves.add(Move.of("balance of " + component, now, word, set(its, "balance", word))
                        .assuming(KNOWS_LOAD));
            }
        }
    }

    private static void concurrency(String component, Node.Mapping its, List<Move> moves) {
        number(its, "concurrency")
                .flatMap(Literal::whole)
                .ifPresent(now -> moves.add(Move.of(
                                "concurrency of " + component,
                                now.toString(),
                                Integer.toString(2 * now),
                                set(its, "concurrency", Integer.toString(2 * now)))
                        .assuming("a request takes no longer beside twice as many others")));
    }

    private static void batch(String component, Node.Mapping its, List<Move> moves) {
        Optional<Node.Mapping> batch = mapping(its, "batch");
        if (batch.isEmpty()) {
            return;
        }
        number(batch.get(), "max").flatMap(Literal::whole).ifPresent(now -> {
            String what = "batch max of " + component;
            if (now > 1) {
                String half = Integer.toString(now / 2);
                moves.add(Move.of(what, now.toString(), half, set(batch.get(), "max", half)));
            }
            String twice = Integer.toString(2 * now);
            moves.add(Move.of(what, now.toString(), twice, set(batch.get(), "max", twice))
                    .assuming("the time of a batch holds for sizes up to " + twice));
        });
        number(batch.get(), "wait").filter(now -> !now.isZero()).ifPresent(now -> {
            for (double factor : new double[] {0, 0.5, 2}) {
                String to = now.times(factor).text();
                moves.add(Move.of("batch wait of " + component, now.text(), to, set(batch.get(), "wait", to)));
            }
        });
    }

    /// A queue that had no limit, shedding what comes on top.
    private static void shedding(String component, Node.Mapping its, List<Move> moves) {
        Optional<Node.Mapping> queue = mapping(its, "queue");
        if (its.get("queue").isPresent()
                && queue.filter(each -> each.get("limit").isEmpty()).isEmpty()) {
            return;
        }
        Edit edit = queue.map(each -> set(each, "limit", LIMIT))
                .orElseGet(() -> set(its, "queue", "{limit: %s}".formatted(LIMIT)));
        moves.add(Move.of("queue limit of " + component, "none", LIMIT, edit).assuming(SHED));
    }

    /// A cache so much larger that it misses less often.
    private static void hit(String component, Node.Mapping its, Literal now, List<Move> moves) {
        for (double share : FEWER_MISSES) {
            now.nearer(share)
                    .ifPresent(to ->
                            moves.add(Move.of("hit of " + component, now.text(), to.text(), set(its, "hit", to.text()))
                                    .assuming("a larger cache finds %s of what it is asked for".formatted(to.text()))));
        }
    }

    /// The fewest replicas that automatic scaling leaves.
    private static void floor(String component, Node.Mapping scale, List<Move> moves) {
        Optional<Integer> from = number(scale, "from").flatMap(Literal::whole);
        Optional<Integer> to = number(scale, "to").flatMap(Literal::whole);
        from.ifPresent(now -> {
            Set<Integer> floors = new LinkedHashSet<>();
            for (double factor : MORE) {
                floors.add(Math.min((int) Math.ceil(factor * now), to.orElse(Integer.MAX_VALUE)));
            }
            floors.stream()
                    .filter(floor -> floor > now)
                    .map(Object::toString)
                    .forEach(floor -> moves.add(
                            Move.of("scale from of " + component, now.toString(), floor, set(scale, "from", floor))));
        });
    }

    /// The busy share at which automatic scaling adds a replica.
    private static void busy(String component, Node.Mapping scale, List<Move> moves) {
        Optional<Matcher> now = text(scale, "on").map(BUSY::matcher).filter(Matcher::matches);
        Optional<Literal> share = now.flatMap(each -> Literal.of(each.group(2)));
        if (now.isPresent() && share.isPresent()) {
            for (double factor : SOONER) {
                String to = share.get().times(factor).text();
                moves.add(Move.of(
                        "scale on of " + component,
                        "busy > " + share.get().text(),
                        "busy > " + to,
                        set(scale, "on", now.get().group(1) + to)));
            }
        }
    }

    private static void limit(String component, Node.Mapping queue, List<Move> moves) {
        number(queue, "limit").flatMap(Literal::whole).filter(now -> now > 0).ifPresent(now -> {
            moves.add(limit(component, queue, now, now / 2).assuming(SHED));
            moves.add(limit(component, queue, now, 2 * now));
        });
    }

    private static Move limit(String component, Node.Mapping queue, int now, int to) {
        String text = Integer.toString(to);
        return Move.of("queue limit of " + component, Integer.toString(now), text, set(queue, "limit", text));
    }

    static Optional<Node.Mapping> mapping(Node.Mapping in, String key) {
        return in.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    static Optional<Literal> number(Node.Mapping in, String key) {
        return in.get(key).flatMap(Literal::of);
    }

    static Optional<String> text(Node.Mapping in, String key) {
        return in.get(key)
                .filter(node -> node instanceof Node.Scalar scalar && !scalar.isMissing())
                .map(node -> ((Node.Scalar) node).text());
    }

    /// The key with another value, or with one at all.
    static Edit set(Node.Mapping in, String key, String value) {
        return in.get(key)
                .map(node -> (Edit) new Edit.Replace(node.span(), value))
                .orElseGet(() -> new Edit.InsertKey(in, key, value));
    }
}
