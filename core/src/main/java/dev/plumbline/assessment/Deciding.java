package dev.plumbline.assessment;

import dev.plumbline.quantity.Definition;
import dev.plumbline.quantity.Driver;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Information;
import dev.plumbline.quantity.Valuation;
import java.util.Optional;

/// Which unknown decides a verdict that is met in some worlds and not in others.
final class Deciding {
    /// Correlations nearer to zero than this decide nothing.
    private static final double CORRELATED = 0.3;

    /// Of all worlds, a measurement saves at least so many from a wrong verdict, or it is not worth naming.
    private static final double WORTH_MEASURING = 0.05;

    private Deciding() {}

    /// In words: the unknown whose measurement would save most worlds from a wrong verdict, with how many are wrong
    /// then and now; where none saves enough, the one that the value follows most closely from world to world.
    static Optional<String> of(double[] values, boolean[] met, Valuation worlds) {
        return Information.of(worlds, met).stream()
                .findFirst()
                .filter(best -> best.gain() >= WORTH_MEASURING)
                .map(best -> "%s decides it: measured, it leaves %s of worlds judged wrongly instead of %s"
                        .formatted(
                                told(worlds, best.definition(), best.text()),
                                percent(best.after()),
                                percent(best.before())))
                .or(() -> following(values, worlds));
    }

    private static Optional<String> following(double[] values, Valuation worlds) {
        return worlds.drivers(values).stream()
                .filter(driver -> Math.abs(driver.correlation()) >= CORRELATED)
                .findFirst()
                .map((Driver driver) -> "%s decides it".formatted(told(worlds, driver.definition(), driver.text())));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /// An unknown with its name, as its author wrote it where nothing else is written with it.
    private static String told(Valuation worlds, String definition, String text) {
        String written = worlds.checked()
                .sheet()
                .find(definition)
                .filter(found -> found.content() instanceof Expression.Unknown)
                .map(Definition::formula)
                .orElse(text);
        return "%s (%s)".formatted(definition, written);
    }
}
