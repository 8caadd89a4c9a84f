package dev.plumbline.validation;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Expression;
import dev.plumbline.quantity.Parser;
import dev.plumbline.quantity.Quantity;
import dev.plumbline.quantity.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The unit of a published figure, as its author writes it: `tok/s`, `GPU h`, `tCO2e`, `GMAC`.
final class CaseUnit {
    private static final Pattern WORD = Pattern.compile("[A-Za-z%]+");

    private CaseUnit() {}

    /// One of the unit, counted nouns left out, since a figure is rarely told with all of them.
    static Optional<Quantity> of(String text) {
        String plain = text.strip()
                .replaceAll("CO2(e|eq)?\\b", "")
                .replaceAll("\\bGPU[ -]?(?=h|hours?\\b)", "")
                .replaceAll("\\bMtok(ens?)?\\b|\\bM tokens?\\b", "Mtoken")
                .replaceAll("\\btok\\b", "token")
                .replaceAll("\\b([kMGTPEZ]?)FLOPs\\b", "$1FLOP")
                .replaceAll("\\b([kMGTPEZ]?)FLOPS\\b", "$1FLOP/s")
                .replaceAll("\\b([kMGTPEZ]?)OPS\\b", "$1FLOP/s")
                .replaceAll("\\b([kMGTPEZ]?)OP\\b", "$1FLOP")
                .replaceAll("\\b([kMGT])b(?=/|ps\\b|\\b)", "$1bit")
                .replaceAll("^(fraction|ratio|share|number|x|-|)$", "1")
                .replaceAll("^percent$", "%")
                .replaceAll("^([0-9]+)/", "/");
        double factor = 1;
        Dimension dimension = Dimension.NONE;
        boolean above = true;
        Matcher word = WORD.matcher(plain);
        int at = 0;
        while (word.find()) {
            above = plain.substring(at, word.start()).contains("/") ? false : above;
            at = word.end();
            Quantity one = one(word.group());
            factor = above ? factor * one.value() : factor / one.value();
            dimension = above ? dimension.times(one.dimension()) : dimension.per(one.dimension());
        }
        return Optional.of(new Quantity(factor, dimension.withoutCounts()));
    }

    private static Quantity one(String word) {
        Optional<Quantity> scaled = scaled(word);
        return scaled.orElseGet(() -> {
            Units units = Units.standard().withNouns(List.of(word));
            return Parser.parse("1 " + word, units)
                    .found()
                    .filter(Expression.Literal.class::isInstance)
                    .map(found -> ((Expression.Literal) found).quantity())
                    .orElse(Quantity.plain(1));
        });
    }

    /// A multiply-add is two operations; a million tokens is no unit of the language.
    private static Optional<Quantity> scaled(String word) {
        List<String> prefixes = new ArrayList<>(List.of("", "k", "M", "G", "T", "P", "E"));
        for (int i = 0; i < prefixes.size(); i++) {
            double size = Math.pow(1000, i);
            if (word.matches(prefixes.get(i) + "MACs?")) {
                return Optional.of(new Quantity(2 * size, Dimension.WORK));
            }
            if (i > 0 && word.equals(prefixes.get(i) + "token")) {
                return Optional.of(new Quantity(size, Dimension.count("token")));
            }
        }
        return Optional.empty();
    }
}
