package dev.plumbline.requirement;

import dev.plumbline.diagnostic.Problems;
import dev.plumbline.requirement.Words.Word;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads statistics, and knows what people write instead.
final class Statistics {
    private static final Pattern PERCENTILE = Pattern.compile("[pP](\\d+)(\\.\\d+)?");
    private static final Pattern ORDINAL = Pattern.compile("[pP]?(\\d{1,2}(?:\\.\\d+)?)(?:th|st|nd|rd|%)");
    private static final Map<String, String> OTHERS =
            Map.of("average", "mean", "avg", "mean", "median", "p50", "maximum", "max", "worst", "max", "tail", "p99");

    private Statistics() {}

    /// Whether a word looks like a statistic, right or wrong.
    static boolean looksLike(Word word) {
        return PERCENTILE.matcher(word.text()).matches()
                || ORDINAL.matcher(word.text()).matches()
                || word.is("mean")
                || word.is("max")
                || OTHERS.containsKey(word.lower());
    }

    /// The statistic a word names. A word that looks like one and is none gives a finding and what was probably meant.
    static Optional<Statistic> read(Words words, Word word, Problems problems) {
        if (word.is("mean")) {
            return Optional.of(new Statistic.Mean());
        }
        if (word.is("max")) {
            return Optional.of(new Statistic.Max());
        }
        Matcher percentile = PERCENTILE.matcher(word.text());
        if (percentile.matches()) {
            return percentile(words, word, percentile, problems);
        }
        Matcher ordinal = ORDINAL.matcher(word.text());
        String meant = ordinal.matches() ? "p" + ordinal.group(1) : OTHERS.get(word.lower());
        if (meant == null) {
            return Optional.empty();
        }
        problems.error(
                "requirement.statistic",
                words.span(word).place(),
                "\"%s\" is not a statistic".formatted(word.text()),
                "a statistic is p50 to p99.99, mean or max",
                "write \"%s\"".formatted(meant));
        return read(meant);
    }

    private static Optional<Statistic> percentile(Words words, Word word, Matcher found, Problems problems) {
        String whole = found.group(1);
        String decimals = Optional.ofNullable(found.group(2)).orElse("");
        Optional<Statistic> fits = whole.length() <= 2 ? read(word.lower()) : Optional.empty();
        if (fits.isPresent()) {
            return fits;
        }
        if (whole.matches("100") || whole.matches("0+")) {
            boolean all = whole.equals("100");
            problems.error(
                    "requirement.percentile",
                    words.span(word).place(),
                    "\"%s\" is not a percentile".formatted(word.text()),
                    all ? "it would be the slowest request of all" : "no request lies below it",
                    all ? "write \"max\", or a percentile below 100" : "write a percentile above 0");
            return all ? Optional.of(new Statistic.Max()) : Optional.empty();
        }
        if (whole.length() <= 2) {
            String shorter = "p" + whole + decimals.substring(0, 3);
            problems.error(
                    "requirement.percentile",
                    words.span(word).place(),
                    "\"%s\" is finer than p99.99".formatted(word.text()),
                    "fewer than one in 10,000 requests lie beyond p99.99, and no run of sensible length can tell more",
                    "write \"%s\"".formatted(shorter));
            return read(shorter);
        }
        String dotted = "p" + whole.substring(0, 2) + "." + whole.substring(2);
        Optional<Statistic> meant = decimals.isEmpty() ? read(dotted) : Optional.empty();
        problems.error(
                "requirement.percentile",
                words.span(word).place(),
                "\"%s\" is not a percentile".formatted(word.text()),
                meant.isPresent()
                        ? "by its letters it is %s %%; some write it for %s %%".formatted(whole, dotted.substring(1))
                        : "a percentile lies between 0 and 100",
                meant.map(statistic -> "write \"%s\"".formatted(statistic.sentence()))
                        .orElse("write p50, p95, p99 or p99.9"));
        return meant;
    }

    static Optional<Statistic> read(String word) {
        if (word.equals("mean")) {
            return Optional.of(new Statistic.Mean());
        }
        if (word.equals("max")) {
            return Optional.of(new Statistic.Max());
        }
        BigDecimal percent = new BigDecimal(word.substring(1)).stripTrailingZeros();
        boolean fits = percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) < 0 && percent.scale() <= 2;
        return fits ? Optional.of(new Statistic.Percentile(percent)) : Optional.empty();
    }
}
