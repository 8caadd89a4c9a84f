package dev.plumbline.quantity;

import dev.plumbline.quantity.Expression.Literal;
import dev.plumbline.quantity.Lexer.Kind;
import dev.plumbline.quantity.Lexer.Token;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads numbers with their suffixes and units: `2.5M user/day`, `5 %`, `$3k/month`.
final class Literals {
    /// `T` is 10^12; no unit is called so.
    static final Map<String, Integer> SUFFIXES = Map.of("k", 3, "M", 6, "bn", 9, "T", 12);

    private static final Set<String> CURRENCY_SIGNS = Set.of("$", "€", "£");
    private static final Set<String> NOT_FINITE = Set.of("nan", ".nan", "inf", ".inf", "infinity");
    private static final int LARGEST_EXPONENT = 300;

    /// Words that people write after a number, and what they mean here.
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("K", "write k for thousands"),
            Map.entry("m", "write M for millions, min for minutes, ms for milliseconds, km for distance"),
            Map.entry("G", "write bn for 10^9, GB for bytes"),
            Map.entry("b", "write bn for 10^9, B for bytes, bit for bits"),
            Map.entry("Bn", "write bn"),
            Map.entry("mn", "write M"),
            Map.entry("mm", "write M for millions"),
            Map.entry("thousand", "write k, directly after the number"),
            Map.entry("million", "write M, directly after the number"),
            Map.entry("billion", "write bn, directly after the number"),
            Map.entry("trillion", "write T, directly after the number"),
            Map.entry("percent", "write %"),
            Map.entry("to", "write a range with two dots: 4 .. 8 ms"),
            Map.entry("x", "write * between a number and a name"),
            Map.entry("qps", "write req/s or rps"),
            Map.entry("msec", "write ms"),
            Map.entry("millis", "write ms"),
            Map.entry("usec", "write us"),
            Map.entry("mins", "write min"),
            Map.entry("hr", "write h"),
            Map.entry("hrs", "write h"),
            Map.entry("FLOPS", "write FLOP for an amount of work, FLOP/s for a speed"),
            Map.entry("TFLOPS", "write TFLOP for an amount of work, TFLOP/s for a speed"),
            Map.entry("d", "write day"),
            Map.entry("ft", "write km"),
            Map.entry("dollar", "write USD or $"),
            Map.entry("dollars", "write USD or $"),
            Map.entry("euro", "write EUR"),
            Map.entry("euros", "write EUR"));

    private final Parser parser;
    private final Units units;

    Literals(Parser parser, Units units) {
        this.parser = parser;
        this.units = units;
    }

    boolean isCurrencySign(Token token) {
        return token.kind() == Kind.SIGN && CURRENCY_SIGNS.contains(token.text());
    }

    /// A name, unless it is one of the words for numbers that are none.
    Expression word(Token word) {
        if (NOT_FINITE.contains(word.text().toLowerCase(Locale.ROOT))) {
            parser.note(notFinite(word));
        }
        return new Expression.Name(word.text(), word.span());
    }

    private static Fault notFinite(Token word) {
        return new Fault(
                "quantity.not-finite",
                word.span(),
                "\"%s\" is not a number a design can have".formatted(word.text()),
                "nothing can be computed from a value without bounds",
                "write a number; leave the key out for \"no limit\"");
    }

    Expression read() {
        Token first = parser.peek();
        Unit unit = Unit.NONE;
        if (isCurrencySign(first)) {
            unit = Unit.of(units.get(parser.take().text()));
            if (parser.peek().kind() != Kind.NUMBER) {
                parser.note(new Fault(
                        "quantity.syntax",
                        first.span(),
                        "\"%s\" stands without an amount".formatted(first.text()),
                        "a currency sign comes before its number",
                        "write $3 or 3 USD"));
                return new Literal(BigDecimal.ONE, unit, first.span());
            }
        }
        Token digits = parser.take();
        BigDecimal number = number(digits);
        Token last = digits;
        Token next = parser.peek();
        Integer suffix = next.kind() == Kind.WORD && next.glued() ? SUFFIXES.get(next.text()) : null;
        if (suffix != null) {
            last = parser.take();
            number = number.scaleByPowerOfTen(suffix);
        } else if (next.glued() && next.text().equals("B")) {
            last = parser.take();
            parser.note(billion(digits, next));
            return new Literal(number, unit(unit, last).unit(), first.span().to(last.span()));
        }
        Read read = unit(unit, last);
        return new Literal(number, read.unit(), first.span().to(read.last().span()));
    }

    private BigDecimal number(Token digits) {
        String plain = digits.text().replace("_", "");
        int exponentAt = Math.max(plain.indexOf('e'), plain.indexOf('E'));
        if (exponentAt >= 0 && tooLarge(plain.substring(exponentAt + 1))) {
            parser.note(notFinite(digits));
            return BigDecimal.ONE;
        }
        BigDecimal number = new BigDecimal(plain);
        if (number.precision() - number.scale() > LARGEST_EXPONENT) {
            parser.note(notFinite(digits));
            return BigDecimal.ONE;
        }
        return number;
    }

    private static boolean tooLarge(String exponent) {
        String size = exponent.replaceFirst("^[+-]?0*", "");
        return size.length() > 3 || (!size.isEmpty() && Integer.parseInt(size) > LARGEST_EXPONENT);
    }

    private static Fault billion(Token digits, Token suffix) {
        return new Fault(
                "quantity.billion",
                digits.span().to(suffix.span()),
                "\"%sB\" could be bytes or billions".formatted(digits.text()),
                "B is a byte, and never a suffix of a number",
                "write \"%sbn\" for billions or \"%s B\" for bytes".formatted(digits.text(), digits.text()));
    }

    private record Read(Unit unit, Token last) {}

    private Read unit(Unit start, Token before) {
        Unit unit = start;
        Token last = before;
        Token next = parser.peek();
        if (next.kind() == Kind.WORD || isUnitSign(next)) {
            UnitWord word = units.find(next.text()).orElse(null);
            if (word == null) {
                parser.note(unknownUnit(parser.take()));
                restOfUnknown();
                return new Read(unit, next);
            }
            last = parser.take();
            unit = raised(unit, word, 1);
        }
        while (parser.peek().is("/") && continues(parser.peek(1), parser.peek(2))) {
            if (unit.isNone()) {
                break;
            }
            parser.take();
            last = parser.take();
            unit = raised(unit, units.find(last.text()).orElseThrow(), -1);
        }
        return new Read(unit, last);
    }

    /// `dayz/usr`: one run tells of both.
    private void restOfUnknown() {
        while (parser.peek().is("/")
                && parser.peek(1).glued()
                && parser.peek(1).kind() == Kind.WORD
                && !parser.peek(2).is("(")) {
            parser.take();
            Token word = parser.take();
            if (units.find(word.text()).isEmpty()) {
                parser.note(unknownUnit(word));
            }
        }
    }

    private boolean isUnitSign(Token token) {
        return token.is("%") || isCurrencySign(token);
    }

    private boolean continues(Token word, Token after) {
        return word.kind() == Kind.WORD
                && !after.is("(")
                && units.findFree(word.text()).isPresent();
    }

    /// `km^2`: a power directly after the word belongs to the unit.
    private Unit raised(Unit unit, UnitWord word, int sign) {
        Token caret = parser.peek();
        Token power = parser.peek(1);
        if (caret.is("^") && caret.glued() && power.glued() && power.kind() == Kind.NUMBER) {
            parser.take();
            parser.take();
            BigDecimal digits = new BigDecimal(power.text().replace("_", ""));
            if (digits.signum() > 0 && digits.compareTo(BigDecimal.TEN) < 0 && digits.scale() <= 3) {
                return unit.times(word, Ratio.of(digits).times(Ratio.of(sign)));
            }
            parser.note(new Fault(
                    "quantity.syntax",
                    power.span(),
                    "a unit cannot have the power %s".formatted(power.text()),
                    "powers of units are between 0 and 10, with at most 3 decimals",
                    "write a power such as 2"));
        }
        return unit.times(word, Ratio.of(sign));
    }

    private Fault unknownUnit(Token word) {
        String foreign = FOREIGN.get(word.text());
        String mend = foreign != null
                ? foreign
                : units.nearest(word.text())
                        .map("did you mean \"%s\"?"::formatted)
                        .orElse("declare a noun under units:, or write * before a name");
        return new Fault(
                "quantity.unknown-unit",
                word.span(),
                "there is no unit \"%s\"".formatted(word.text()),
                "a word after a number is its unit",
                mend);
    }
}
