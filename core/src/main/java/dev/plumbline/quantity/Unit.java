package dev.plumbline.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A unit as someone writes it: words with powers, such as `session/user/day`. Equal when written alike, so `B/s` and
/// `Gbps` are different units of one dimension. Conversion is decimal and rounds once, so 220 ms equals 0.22 s.
///
/// @param parts the words in the order they were written
public record Unit(List<Part> parts) {
    /// A word and its power; `/day` has the power -1.
    public record Part(UnitWord word, Ratio power) {}

    /// The unit of a plain number.
    public static final Unit NONE = new Unit(List.of());

    private static final MathContext EXACT = new MathContext(40);

    public Unit {
        parts = List.copyOf(parts);
    }

    public static Unit of(UnitWord word) {
        return new Unit(List.of(new Part(word, Ratio.ONE)));
    }

    public Unit times(UnitWord word, Ratio power) {
        List<Part> longer = new ArrayList<>(parts);
        longer.add(new Part(word, power));
        return new Unit(longer);
    }

    public Unit per(UnitWord word) {
        return times(word, Ratio.of(-1));
    }

    public Dimension dimension() {
        Dimension product = Dimension.NONE;
        for (Part part : parts) {
            product = product.times(part.word().dimension().power(part.power()));
        }
        return product;
    }

    public boolean isNone() {
        return parts.isEmpty();
    }

    /// The quantity that is `number` of this unit.
    public Quantity of(BigDecimal number) {
        return new Quantity(toBase(number), dimension());
    }

    /// The quantity that is `number` of this unit.
    public Quantity of(double number) {
        return of(BigDecimal.valueOf(number));
    }

    /// `number` of this unit, in base units: the nearest double.
    public double toBase(BigDecimal number) {
        return number.multiply(above(), EXACT).divide(below(), EXACT).doubleValue();
    }

    /// A value in base units, in this unit, to 17 digits.
    public BigDecimal fromBase(double base) {
        return BigDecimal.valueOf(base).multiply(below(), EXACT).divide(above(), MathContext.DECIMAL64);
    }

    private BigDecimal above() {
        return product(1);
    }

    private BigDecimal below() {
        return product(-1);
    }

    private BigDecimal product(int sign) {
        BigDecimal product = BigDecimal.ONE;
        for (Part part : parts) {
            if (Integer.signum(part.power().over()) == sign) {
                product = product.multiply(raised(part.word().factor(), part.power()), EXACT);
            }
        }
        return product;
    }

    private static BigDecimal raised(BigDecimal factor, Ratio power) {
        return power.isWhole()
                ? factor.pow(Math.abs(power.over()), EXACT)
                : BigDecimal.valueOf(Math.pow(factor.doubleValue(), Math.abs(power.value())));
    }

    /// As it is written: `session/user/day`, `km^2`, `/s` when nothing stands above the line.
    public String text() {
        String above = parts.stream()
                .filter(part -> part.power().over() > 0)
                .map(part -> powered(part.word().symbol(), part.power()))
                .collect(Collectors.joining("*"));
        String below = parts.stream()
                .filter(part -> part.power().over() < 0)
                .map(part -> "/" + powered(part.word().symbol(), part.power().negated()))
                .collect(Collectors.joining());
        return above + below;
    }

    private static String powered(String symbol, Ratio power) {
        return power.equals(Ratio.ONE)
                ? symbol
                : symbol + "^" + (power.isWhole() ? power.toString() : Double.toString(power.value()));
    }

    @Override
    public String toString() {
        return text();
    }
}
