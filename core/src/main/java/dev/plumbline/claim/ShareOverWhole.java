package dev.plumbline.claim;

import dev.plumbline.design.Design;
import dev.plumbline.design.Region;
import dev.plumbline.design.Workload;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Content;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Expression.Operator;
import dev.plumbline.quantity.Expressions;
import dev.plumbline.quantity.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A part is more than the whole: a share above 100 %, or shares of one thing that add up to more.
final class ShareOverWhole implements ClaimRule {
    private static final String RULE = "claim.share-over-whole";
    private static final List<String> SHARES = List.of(
            "share",
            "fraction",
            "portion",
            "percentage",
            "probability",
            "hit",
            "availability",
            "ctr",
            "recall",
            "accuracy",
            "mfu",
            "utilisation",
            "utilization");
    /// What compares two wholes may be any number: `hit_ratio_growth`, `share_factor`.
    private static final List<String> COMPARES =
            List.of("factor", "ratio", "times", "multiplier", "growth", "lift", "gain", "change");

    private static final String WHY = "a part is never more than the whole, and what is computed from it is too much";
    private static final double ROUNDED = 1e-9;

    @Override
    public List<Diagnostic> of(Claimed claimed) {
        List<Diagnostic> found = new ArrayList<>();
        for (Statement statement : claimed.statements()) {
            boolean over = statement.dimension().isNone() && statement.spread().high() > 1 + ROUNDED;
            if (over && isShare(statement.words())) {
                found.add(share(statement));
            }
        }
        regions(claimed).ifPresent(found::add);
        found.addAll(mixes(claimed));
        return found;
    }

    private static boolean isShare(List<String> words) {
        return SHARES.stream().anyMatch(words::contains) && COMPARES.stream().noneMatch(words::contains);
    }

    private static Diagnostic share(Statement statement) {
        return statement.spread().low() > 1
                ? Claimed.error(
                        RULE,
                        statement.place(),
                        "\"%s\" is %s"
                                .formatted(
                                        statement.name(),
                                        Quantity.percent(statement.spread().median())),
                        WHY,
                        "write \"92 %\" or \"0.92\" for a share, and call what is no share by another name")
                : Claimed.warning(
                        RULE,
                        statement.place(),
                        "\"%s\" reaches up to %s"
                                .formatted(
                                        statement.name(),
                                        Quantity.percent(statement.spread().high())),
                        WHY,
                        "end the range at 100 %, or write \"{unknown: {uniform: [90 %, 100 %]}}\"");
    }

    private static Optional<Diagnostic> regions(Claimed claimed) {
        Design design = claimed.design();
        double sum = 0;
        Optional<Region> last = Optional.empty();
        for (Region region : design.regions().values()) {
            Optional<Double> share =
                    region.share().flatMap(each -> claimed.spread(each.name())).map(each -> each.low());
            if (share.isPresent()) {
                sum += share.get();
                last = Optional.of(region);
            }
        }
        double all = sum;
        return last.filter(_ -> all > 1 + ROUNDED)
                .map(region -> Claimed.error(
                        RULE,
                        region.place(),
                        "the shares of the regions add up to %s".formatted(Quantity.percent(all)),
                        "traffic that comes from one region does not come from another as well",
                        "lower some of them, so that they add up to 100 %"));
    }

    /// Workloads that take shares of one rate.
    private static List<Diagnostic> mixes(Claimed claimed) {
        Map<String, List<Part>> mixes = new LinkedHashMap<>();
        for (Workload workload : claimed.design().workload().values()) {
            part(claimed, workload)
                    .ifPresent(part -> mixes.computeIfAbsent(part.of(), _ -> new ArrayList<>())
                            .add(part));
        }
        List<Diagnostic> found = new ArrayList<>();
        mixes.forEach((whole, parts) -> {
            double sum = parts.stream().mapToDouble(Part::share).sum();
            if (parts.size() > 1 && sum > 1 + ROUNDED) {
                found.add(Claimed.warning(
                        RULE,
                        parts.getLast().workload().place(),
                        "%s take %s of %s together"
                                .formatted(
                                        String.join(
                                                ", ",
                                                parts.stream()
                                                        .map(part ->
                                                                part.workload().path())
                                                        .toList()),
                                        Quantity.percent(sum),
                                        whole),
                        WHY,
                        "lower the shares to 100 % together; where one is followed by several, say how many: "
                                + "\"1.3 search/visit\""));
            }
        });
        return found;
    }

    /// A workload that is a share of something.
    private record Part(Workload workload, String of, double share) {}

    private static Optional<Part> part(Claimed claimed, Workload workload) {
        Optional<Content> content =
                claimed.design().sheet().find(workload.rate().name()).map(each -> each.content());
        if (content.isEmpty() || !(content.get() instanceof Expression.Binary product)) {
            return Optional.empty();
        }
        List<Expression> factors = new ArrayList<>();
        factors(product, factors);
        for (int i = 0; i < factors.size(); i++) {
            if (isShare(claimed, factors.get(i))) {
                Expression share = factors.remove(i);
                List<String> rest =
                        factors.stream().map(Expressions::print).sorted().toList();
                return Optional.of(new Part(workload, String.join(" * ", rest), value(claimed, share)));
            }
        }
        return Optional.empty();
    }

    private static void factors(Expression expression, List<Expression> factors) {
        if (expression instanceof Expression.Binary(var operator, var left, var right, var _)
                && operator == Operator.MULTIPLY) {
            factors(left, factors);
            factors(right, factors);
        } else {
            factors.add(expression);
        }
    }

    /// `20 %`, or an assumption that is called a share.
    private static boolean isShare(Claimed claimed, Expression factor) {
        return switch (factor) {
            case Expression.Literal literal -> literal.unit().text().equals("%");
            case Expression.Name(var path, var _) ->
                claimed.statements().stream()
                        .anyMatch(each -> each.name().equals(path)
                                && each.dimension().isNone()
                                && each.says(List.of("share", "fraction", "portion")));
            case Expression.Unknown _,
                    Expression.Negated _,
                    Expression.Binary _,
                    Expression.Choice _,
                    Expression.Call _,
                    Expression.Summary _ -> false;
        };
    }

    /// The least that it is where nobody knows.
    private static double value(Claimed claimed, Expression share) {
        return share instanceof Expression.Literal literal
                ? literal.quantity().value()
                : claimed.spread(Expressions.print(share)).orElseThrow().low();
    }
}
