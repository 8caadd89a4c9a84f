package dev.plumbline.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The units of one kind from large to small, among which a print picks by size.
///
/// @param words the symbols, largest first
/// @param clock whether a larger unit is taken only from 2 on (90 s, 90 min) unless the number is whole (1 h)
record Ladder(List<String> words, boolean clock) {
    private static final List<Ladder> ALL = List.of(
            new Ladder(List.of("year", "day", "h", "min", "s", "ms", "us", "ns"), true),
            new Ladder(List.of("EB", "PB", "TB", "GB", "MB", "KB", "B"), false),
            new Ladder(List.of("PiB", "TiB", "GiB", "MiB", "KiB"), false),
            new Ladder(List.of("Tbit", "Gbit", "Mbit", "kbit", "bit"), false),
            new Ladder(List.of("Tbps", "Gbps", "Mbps", "kbps", "bps"), false),
            new Ladder(List.of("YFLOP", "ZFLOP", "EFLOP", "PFLOP", "TFLOP", "GFLOP", "MFLOP", "kFLOP", "FLOP"), false),
            new Ladder(List.of("GJ", "MJ", "kJ", "J"), false),
            new Ladder(List.of("GWh", "MWh", "kWh", "Wh"), false),
            new Ladder(List.of("GW", "MW", "kW", "W"), false),
            new Ladder(List.of("t", "kg", "g"), false));

    /// The ladder on which the first word of a unit stands; weeks and months stand on that of time.
    static Optional<Ladder> of(Unit unit) {
        if (unit.isNone() || !unit.parts().getFirst().power().equals(Ratio.ONE)) {
            return Optional.empty();
        }
        UnitWord leading = unit.parts().getFirst().word();
        return leading.dimension().equals(Dimension.TIME)
                ? Optional.of(ALL.getFirst())
                : ALL.stream()
                        .filter(ladder -> ladder.words.contains(leading.symbol()))
                        .findFirst();
    }

    /// `unit` with its first word replaced by the one in which `size` is read most easily.
    Unit pick(Unit unit, double size) {
        Unit chosen = unit;
        for (String word : words) {
            chosen = with(unit, word);
            BigDecimal number = chosen.fromBase(size);
            BigDecimal shown = Scale.round(number, Scale.DIGITS);
            boolean whole = shown.subtract(number).abs().compareTo(new BigDecimal("1e-9")) < 0
                    && shown.stripTrailingZeros().scale() <= 0;
            boolean enough =
                    !clock || whole || Units.standard().get(word).factor().compareTo(BigDecimal.ONE) <= 0;
            BigDecimal least = enough ? BigDecimal.ONE : BigDecimal.TWO;
            if (shown.compareTo(least) >= 0) {
                return chosen;
            }
        }
        return chosen;
    }

    private static Unit with(Unit unit, String word) {
        List<Unit.Part> parts = new ArrayList<>(unit.parts());
        parts.set(0, new Unit.Part(Units.standard().get(word), Ratio.ONE));
        return new Unit(parts);
    }
}
