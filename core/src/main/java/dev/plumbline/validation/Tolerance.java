package dev.plumbline.validation;

import java.util.Optional;

/// How near our figure has to come to theirs.
public sealed interface Tolerance {
    /// Decimal numbers do not all have an exact binary form.
    double ROUNDING = 1e-9;

    /// Whether ours is near enough.
    boolean holds(Computed ours, double theirs);

    /// As a case writes it.
    String text();

    /// At most this share of theirs away.
    record Relative(double most) implements Tolerance {
        @Override
        public boolean holds(Computed ours, double theirs) {
            return Math.abs(ours.value() - theirs) <= (most + ROUNDING) * Math.abs(theirs);
        }

        @Override
        public String text() {
            return "rel:" + plain(most);
        }
    }

    /// At most this much away.
    record Absolute(double most) implements Tolerance {
        @Override
        public boolean holds(Computed ours, double theirs) {
            return Math.abs(ours.value() - theirs) <= most + ROUNDING;
        }

        @Override
        public String text() {
            return "abs:" + plain(most);
        }
    }

    /// At most this many times as large or as small; both positive.
    record Factor(double most) implements Tolerance {
        @Override
        public boolean holds(Computed ours, double theirs) {
            return ours.value() <= most * theirs && theirs <= most * ours.value();
        }

        @Override
        public String text() {
            return "factor:" + plain(most);
        }
    }

    /// Theirs lies in our 90 % interval.
    record Inside() implements Tolerance {
        @Override
        public boolean holds(Computed ours, double theirs) {
            return ours.low() <= theirs && theirs <= ours.high();
        }

        @Override
        public String text() {
            return "in90";
        }
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// Reads `rel:0.01`, `abs:0.03`, `factor:3` or `in90`.
    static Optional<Tolerance> of(String text) {
        if (text.equals("in90")) {
            return Optional.of(new Inside());
        }
        int colon = text.indexOf(':');
        try {
            double most = colon < 0 ? Double.NaN : Double.parseDouble(text.substring(colon + 1));
            if (!(most >= 0)) {
                return Optional.empty();
            }
            return switch (text.substring(0, colon)) {
                case "rel" -> Optional.of(new Relative(most));
                case "abs" -> Optional.of(new Absolute(most));
                case "factor" -> Optional.of(new Factor(most));
                default -> Optional.empty();
            };
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
