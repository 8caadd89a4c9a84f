package dev.plumbline.quantity;

import dev.plumbline.quantity.Dimension.Base;
import dev.plumbline.quantity.Dimension.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The unit and suffix in which a quantity is printed, so that a value and its interval can share them:
/// `21.4k USD/month (18 … 25.9)`. Printing is decimal and rounds half up once; reading the print gives the value back
/// to the digits shown.
///
/// @param suffix ``, `k`, `M`, `bn` or `T`
public record Scale(Unit unit, String suffix) {
    /// Significant digits unless said otherwise.
    public static final int DIGITS = 3;

    private static final List<String> SUFFIXES = List.of("T", "bn", "M", "k");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int SMALLEST_EXPONENT = -6;
    private static final int LARGEST_EXPONENT = 9;

    /// The scale a person would pick for this value.
    public static Scale of(Quantity quantity) {
        Scale plain = plain(quantity.dimension());
        double size = Math.abs(quantity.value());
        if (size == 0 || !Double.isFinite(size)) {
            return plain;
        }
        Unit unit = coarser(plain.unit(), size);
        return Ladder.of(unit)
                .map(ladder -> new Scale(ladder.pick(unit, size), ""))
                .orElseGet(() -> suffixed(unit, size));
    }

    /// The author's unit, or its bigger or smaller sister where the number would be below 1 or above 1000.
    public static Scale of(Quantity quantity, Unit written) {
        double size = Math.abs(quantity.value());
        if (!written.dimension().equals(quantity.dimension())) {
            return of(quantity);
        }
        if (size == 0 || !Double.isFinite(size) || written.text().startsWith("%")) {
            return new Scale(written, "");
        }
        BigDecimal shown = round(written.fromBase(size), DIGITS);
        boolean fits = shown.compareTo(BigDecimal.ONE) >= 0 && shown.compareTo(THOUSAND) < 0;
        Optional<Ladder> ladder = Ladder.of(written);
        return ladder.isPresent()
                ? new Scale(fits ? written : ladder.get().pick(written, size), "")
                : suffixed(written, size);
    }

    /// Base units as a person writes them, whatever the value: s, B, req/s, USD/month.
    static Scale plain(Dimension dimension) {
        List<Unit.Part> above = new ArrayList<>();
        List<Unit.Part> below = new ArrayList<>();
        Units standard = Units.standard();
        Base time = Dimension.TIME.powers().firstKey();
        Base energy = Dimension.ENERGY.powers().firstKey();
        boolean power = dimension.powerOf(energy).equals(Ratio.ONE)
                && dimension.powerOf(time).equals(Ratio.of(-1));
        boolean monthly = dimension.powers().entrySet().stream()
                .anyMatch(entry ->
                        (entry.getKey().kind() == Kind.MONEY || entry.getKey().kind() == Kind.MASS)
                                && entry.getValue().compareTo(Ratio.ZERO) > 0);
        if (power) {
            above.add(new Unit.Part(standard.get("W"), Ratio.ONE));
        }
        dimension.powers().forEach((base, exponent) -> {
            if (!power || (!base.equals(time) && !base.equals(energy))) {
                boolean positive = exponent.compareTo(Ratio.ZERO) > 0;
                (positive ? above : below).add(new Unit.Part(word(base, monthly && !positive), exponent));
            }
        });
        above.addAll(below);
        return new Scale(new Unit(above), "");
    }

    private static UnitWord word(Base base, boolean monthly) {
        Units standard = Units.standard();
        return switch (base.kind()) {
            case TIME -> standard.get(monthly ? "month" : "s");
            case DATA -> standard.get("B");
            case WORK -> standard.get("FLOP");
            case ENERGY -> standard.get("J");
            case MASS -> standard.get("kg");
            case DISTANCE -> standard.get("km");
            case MONEY, COUNT ->
                new UnitWord(
                        base.name(),
                        BigDecimal.ONE,
                        base.kind() == Kind.MONEY ? Dimension.money(base.name()) : Dimension.count(base.name()));
        };
    }

    /// A rate below one per second is told per minute, hour or day.
    private static Unit coarser(Unit unit, double size) {
        int last = unit.parts().size() - 1;
        boolean perSecond = last >= 0
                && unit.parts().get(last).word().symbol().equals("s")
                && unit.parts().get(last).power().equals(Ratio.of(-1));
        if (!perSecond) {
            return unit;
        }
        Unit chosen = unit;
        for (String word : List.of("min", "h", "day")) {
            if (round(chosen.fromBase(size), DIGITS).compareTo(BigDecimal.ONE) >= 0) {
                return chosen;
            }
            List<Unit.Part> parts = new ArrayList<>(unit.parts());
            parts.set(last, new Unit.Part(Units.standard().get(word), Ratio.of(-1)));
            chosen = new Unit(parts);
        }
        return chosen;
    }

    private static Scale suffixed(Unit unit, double size) {
        BigDecimal number = round(unit.fromBase(size), DIGITS);
        for (String suffix : SUFFIXES) {
            BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(power(suffix));
            if (number.compareTo(step) >= 0 && number.compareTo(step.multiply(THOUSAND)) < 0) {
                return new Scale(unit, suffix);
            }
        }
        return new Scale(unit, "");
    }

    private static int power(String suffix) {
        return Map.of("T", 12, "bn", 9, "M", 6, "k", 3, "", 0).getOrDefault(suffix, 0);
    }

    /// The number alone, in this scale, to 3 significant digits: `21.4`.
    public String number(double base) {
        return number(base, DIGITS);
    }

    /// The number alone, in this scale.
    ///
    /// @param base the value in base units
    /// @param digits the significant digits, at least 1
    public String number(double base, int digits) {
        if (!Double.isFinite(base)) {
            return Double.isNaN(base) ? "undefined" : base > 0 ? "infinite" : "-infinite";
        }
        BigDecimal shown = round(unit.fromBase(base).scaleByPowerOfTen(-power(suffix)), digits)
                .stripTrailingZeros();
        if (shown.signum() == 0) {
            return "0";
        }
        int exponent = shown.precision() - shown.scale() - 1;
        return exponent < SMALLEST_EXPONENT || exponent > LARGEST_EXPONENT
                ? shown.movePointLeft(exponent).toPlainString() + "e" + exponent
                : shown.toPlainString();
    }

    /// What follows the number: `k USD/month`, ` ms`, `/s`, ` %`.
    public String label() {
        String text = unit.text();
        return suffix + (text.isEmpty() || text.startsWith("/") ? text : " " + text);
    }

    /// Number, suffix and unit: `184 ms`, `21.4k USD/month`.
    public String print(Quantity quantity) {
        return number(quantity.value()) + label();
    }

    /// @param digits the significant digits, at least 1
    public String print(Quantity quantity, int digits) {
        return number(quantity.value(), digits) + label();
    }

    static BigDecimal round(BigDecimal number, int digits) {
        return number.round(new MathContext(digits, RoundingMode.HALF_UP));
    }
}
