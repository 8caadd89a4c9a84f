package dev.plumbline.claim;

import dev.plumbline.design.Amount;
import dev.plumbline.design.Component;
import dev.plumbline.design.Service;
import dev.plumbline.design.Visits;
import dev.plumbline.diagnostic.Diagnostic;
import dev.plumbline.quantity.Content;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Varying;
import dev.plumbline.requirement.Reading;
import dev.plumbline.requirement.Requirement;
import dev.plumbline.requirement.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A percentile rests on so few measurements that hardly any lies beyond it.
///
/// Of `n` values `n (1 - q)` lie beyond the percentile `q`. Below ten of them their number is uncertain by a third and
/// more, and below one the percentile is the largest value there happened to be.
final class PercentileBeyondSamples implements ClaimRule {
    private static final String RULE = "claim.percentile-beyond-samples";
    private static final double LEAST = 10;
    /// Of a level that no binary number meets.
    private static final double ROUNDED = 1e-6;

    private static final Pattern PERCENTILE = Pattern.compile("\\bp(\\d{2}(?:\\.\\d+)?|9{3,5})\\b");
    private static final Pattern SAMPLES = Pattern.compile("\\b(\\d[\\d,_]*)(k|M)?\\s+"
            + "(?:samples|requests|measurements|calls|runs|observations|queries|pings|trials)\\b");

    @Override
    public List<Diagnostic> of(Claimed claimed) {
        List<Diagnostic> found = new ArrayList<>();
        claimed.statements().forEach(statement -> cited(statement).ifPresent(found::add));
        for (Requirement requirement : claimed.design().requirements()) {
            requirement.must().ifPresent(must -> {
                if (must.reading() instanceof Reading.Latency(Statistic.Percentile percentile, var path)) {
                    for (String name : Visits.of(claimed.design(), path.text()).keySet()) {
                        measured(claimed, requirement, percentile, name).ifPresent(found::add);
                    }
                }
            });
        }
        return found;
    }

    /// `p99.9 of 300 requests`, as the source of an assumption says it.
    private static Optional<Diagnostic> cited(Statement statement) {
        Matcher samples = SAMPLES.matcher(statement.source());
        Matcher percentile = PERCENTILE.matcher(statement.source() + " " + String.join(" ", statement.words()));
        if (!samples.find() || !percentile.find()) {
            return Optional.empty();
        }
        double level = level(percentile.group(1));
        double count = count(samples);
        double beyond = count * (1 - level);
        return beyond + ROUNDED >= LEAST
                ? Optional.empty()
                : Optional.of(Claimed.warning(
                        RULE,
                        statement.place(),
                        "\"%s\" is p%s of %s values, of which %s lie beyond it"
                                .formatted(
                                        statement.name(),
                                        Quantity.plain(level * 100),
                                        Quantity.plain(count),
                                        Quantity.plain(beyond)),
                        why(beyond),
                        mend(level)));
    }

    private static Optional<Diagnostic> measured(
            Claimed claimed, Requirement requirement, Statistic.Percentile percentile, String component) {
        Optional<Amount> time = Optional.ofNullable(
                        claimed.design().components().get(component))
                .flatMap(PercentileBeyondSamples::time);
        return time.flatMap(amount -> claimed.design().sheet().find(amount.name()))
                .<Content>map(each -> each.content())
                .filter(Varying.Measured.class::isInstance)
                .map(content -> ((Varying.Measured) content).samples().sorted().length)
                .filter(count -> count * (1 - percentile.level()) + ROUNDED < LEAST)
                .map(count -> Claimed.warning(
                        RULE,
                        time.orElseThrow().place(),
                        "\"%s\" asks for %s, and %s is known from %d measured times, of which %s lie beyond it"
                                .formatted(
                                        requirement.id(),
                                        percentile.sentence(),
                                        component,
                                        count,
                                        Quantity.plain(count * (1 - percentile.level()))),
                        why(count * (1 - percentile.level())),
                        mend(percentile.level())));
    }

    private static Optional<Amount> time(Component component) {
        return switch (component.service()) {
            case Service.Each(var time) -> Optional.of(time);
            case Service.Shared(var time) -> Optional.of(time);
            case Service.Generation(var _, var _, var _, var time, var _) -> time;
            case Service.Batched _, Service.Unstated _ -> Optional.empty();
        };
    }

    private static String why(double beyond) {
        return beyond < 1
                ? "it is the largest value that there happened to be, and the next measurement moves it"
                : "with fewer than ten their number is uncertain by a third and more";
    }

    private static String mend(double level) {
        return "measure %s, or ask for a percentile that the data supports"
                .formatted(Quantity.plain(Math.ceil(LEAST / (1 - level) - ROUNDED)));
    }

    /// `99.9` and `999` are both 0.999.
    private static double level(String digits) {
        return digits.contains(".") || digits.length() == 2
                ? Double.parseDouble(digits) / 100
                : Double.parseDouble("0." + digits);
    }

    private static double count(Matcher samples) {
        double number = Double.parseDouble(samples.group(1).replaceAll("[,_]", ""));
        return switch (Optional.ofNullable(samples.group(2)).orElse("")) {
            case "k" -> number * 1e3;
            case "M" -> number * 1e6;
            case String _ -> number;
        };
    }
}
