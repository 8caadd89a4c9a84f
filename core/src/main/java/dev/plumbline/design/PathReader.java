package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import dev.plumbline.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the steps of one path.
final class PathReader {
    private static final Pattern QUORUM = Pattern.compile("(\\d{1,6})\\s+of\\s+\\[(.*)]");
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d+)?)");

    private final Draft draft;
    private final Names names;
    private final String path;
    private int steps;

    PathReader(Draft draft, Names names, String path) {
        this.draft = draft;
        this.names = names;
        this.path = path;
    }

    Step.Sequence sequence(List<Node> items, Place place) {
        List<Step> found = new ArrayList<>();
        items.forEach(item -> step(item).ifPresent(found::add));
        return new Step.Sequence(found, place);
    }

    private Optional<Step> step(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> callee(scalar);
            case Node.Sequence list -> Optional.of(sequence(list.items(), list.place()));
            case Node.Mapping mapping -> {
                steps++;
                yield policy(new Cursor(draft, path + ".step" + steps, mapping));
            }
        };
    }

    private Optional<Step> callee(Node.Scalar name) {
        return target(name)
                .map(target -> new Step.Call(
                        target,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        name.place()));
    }

    private Optional<String> target(Node.Scalar name) {
        Cursor cursor = new Cursor(draft, path, new Node.Mapping(List.of(), false, name.span()));
        return cursor.checked(name, "component or path", names.callable());
    }

    private Optional<Step> policy(Cursor cursor) {
        if (cursor.has("call")) {
            return call(cursor);
        }
        if (cursor.has("all")) {
            return parallel(cursor, "all");
        }
        if (cursor.has("any")) {
            return parallel(cursor, "any");
        }
        if (cursor.has("quorum")) {
            return quorum(cursor);
        }
        if (cursor.has("when")) {
            return when(cursor);
        }
        return cursor.varying("constant", Measure.TIME).map(time -> new Step.Wait(time, cursor.place("constant")));
    }

    private Optional<Step> call(Cursor cursor) {
        Optional<Step.Retry> retry = cursor.mapping("retry")
                .map(each -> new Step.Retry(
                        each.amountOr("times", Measure.NUMBER, "1"),
                        each.amount("backoff", Measure.TIME),
                        each.amount("jitter", Measure.SHARE),
                        each.amount("budget", Measure.SHARE)));
        Optional<Step.Hedge> hedge = cursor.mapping("hedge").flatMap(this::hedge);
        Optional<Step.Breaker> breaker = cursor.mapping("breaker")
                .map(each -> new Step.Breaker(
                        each.amountOr("above", Measure.SHARE, "50 %"),
                        each.amountOr("over", Measure.TIME, "10 s"),
                        each.amountOr("least", Measure.NUMBER, "20"),
                        each.amountOr("for", Measure.TIME, "30 s")));
        Optional<Amount> timeout = cursor.amount("timeout", Measure.TIME);
        Optional<String> fallback = cursor.reference("fallback", "path or component", names.callable());
        return cursor.scalar("call")
                .flatMap(this::target)
                .map(target -> new Step.Call(target, timeout, retry, hedge, breaker, fallback, cursor.place("call")));
    }

    private Optional<Step.Hedge> hedge(Cursor cursor) {
        return cursor.scalar("after").map(after -> {
            Matcher matcher = PERCENTILE.matcher(after.text().strip());
            return matcher.matches()
                    ? new Step.Hedge.AfterPercentile(Double.parseDouble(matcher.group(1)) / 100)
                    : new Step.Hedge.AfterTime(draft.define(cursor.owner() + ".after", after, Measure.TIME));
        });
    }

    private Optional<Step> parallel(Cursor cursor, String verb) {
        List<Step> branches = branches(cursor.items(verb), cursor);
        if (branches.isEmpty()) {
            return Optional.empty();
        }
        int need = verb.equals("any") ? 1 : branches.size();
        return Optional.of(new Step.Parallel(need, branches, cursor.place(verb)));
    }

    private Optional<Step> quorum(Cursor cursor) {
        Optional<Node.Scalar> text = cursor.scalar("quorum");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Node.Scalar scalar = text.get();
        Matcher matcher = QUORUM.matcher(scalar.text().strip());
        if (!matcher.matches()) {
            draft.problems()
                    .error(
                            "design.quorum",
                            scalar.place(),
                            "\"%s\" is not a quorum".formatted(scalar.text()),
                            "a quorum says how many answers of which calls are awaited",
                            "write \"2 of [a, b, c]\"");
            return Optional.empty();
        }
        List<Node> items = new ArrayList<>();
        int from = scalar.text().indexOf('[') + 1;
        for (String word : matcher.group(2).split(",", -1)) {
            String name = word.strip();
            int start = from + word.indexOf(name);
            items.add(
                    new Node.Scalar(name, scalar.style(), Node.Kind.STRING, scalar.part(start, start + name.length())));
            from += word.length() + 1;
        }
        List<Step> branches = branches(items, cursor);
        int need = Integer.parseInt(matcher.group(1));
        if (need < 1 || need > branches.size()) {
            if (branches.size() == items.size()) {
                draft.problems()
                        .error(
                                "design.quorum",
                                scalar.place(),
                                "%d answers of %d calls cannot be awaited".formatted(need, branches.size()),
                                "a quorum is between 1 and the number of calls",
                                "write a number from 1 to %d".formatted(branches.size()));
            }
            return Optional.empty();
        }
        return Optional.of(new Step.Parallel(need, branches, scalar.place()));
    }

    /// The branches, repeated when the step says `copies`, as a fan-out over shards does.
    private List<Step> branches(List<Node> items, Cursor cursor) {
        List<Step> once = new ArrayList<>();
        items.forEach(item -> step(item).ifPresent(once::add));
        int copies = cursor.scalar("copies").map(scalar -> copies(scalar)).orElse(1);
        List<Step> all = new ArrayList<>(once.size() * copies);
        for (int i = 0; i < copies; i++) {
            all.addAll(once);
        }
        return all;
    }

    private int copies(Node.Scalar scalar) {
        if (scalar.text().matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(scalar.text());
        }
        draft.problems()
                .error(
                        "design.copies",
                        scalar.place(),
                        "\"%s\" is not a number of copies".formatted(scalar.text()),
                        "the branches of a step are repeated a whole number of times, from 1 to 9999",
                        "write a whole number, such as 100");
        return 1;
    }

    private Optional<Step> when(Cursor cursor) {
        Optional<Amount> share = cursor.amount("when", Measure.SHARE);
        if (!cursor.has("do")) {
            draft.problems()
                    .error(
                            "design.when-without-do",
                            cursor.place("when"),
                            "\"when\" says how often, and nothing says what",
                            "the steps of a share of requests stand behind \"do\"",
                            "add \"do: [name]\"");
            return Optional.empty();
        }
        Step.Sequence then = sequence(cursor.items("do"), cursor.place("do"));
        return share.map(found -> new Step.When(found, then, cursor.place("when")));
    }
}
