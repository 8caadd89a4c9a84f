package dev.plumbline.ask;

import dev.plumbline.ask.Mention.Measures;
import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.requirement.Element;
import dev.plumbline.requirement.Statistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A number that an ask states.
///
/// @param element what it is there for: the target or the statistic
/// @param text as the language writes it: `2 s`, `99.5 %`, `p95`
public record Given(Element element, String text) {
    /// What the quantities of a sentence state. Those that the language has no word for are left out.
    static List<Given> of(Roles roles) {
        List<Given> given = new ArrayList<>();
        roles.targets().forEach(each -> target(each).ifPresent(text -> given.add(new Given(Element.TARGET, text))));
        roles.statistics()
                .forEach(each -> statistic(each).ifPresent(text -> given.add(new Given(Element.STATISTIC, text))));
        return given;
    }

    private static Optional<String> target(Mention mention) {
        return switch (mention.measures()) {
            case TIME -> Optional.of(new Quantity(mention.value(), Dimension.TIME).toString());
            case SHARE -> Optional.of(decimal(100 * mention.value()) + " %");
            case MONEY, DATA, MASS, ENERGY, COUNT, RATE, CLOCK, ORDINAL, COVERAGE, LABEL -> Optional.empty();
        };
    }

    private static Optional<String> statistic(Mention mention) {
        double percent = mention.measures() == Measures.SHARE ? 100 * mention.value() : mention.value();
        boolean fits = percent >= 50 && percent < 100;
        return fits ? Optional.of(new Statistic.Percentile(rounded(percent)).sentence()) : Optional.empty();
    }

    private static BigDecimal rounded(double percent) {
        return BigDecimal.valueOf(percent).setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private static String decimal(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
