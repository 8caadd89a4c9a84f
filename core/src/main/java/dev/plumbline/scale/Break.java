package dev.plumbline.scale;

/// Where a requirement stops being met, or starts to be.
///
/// @param turn which of the two
/// @param at the scale at which half of the worlds meet it, in base units
/// @param low where, coming from below, the first of the middle 90 % of worlds turn; 0 where they do below the range
/// @param high where the last of them have turned; infinite where that is beyond the range
/// @param why what kind of end this is
/// @param component the part that is at its end; empty where there is none
/// @param reason in one sentence with numbers, read beyond the break
public record Break(Turn turn, double at, double low, double high, Why why, String component, String reason) {
    /// Which way the verdict goes as scale grows.
    public enum Turn {
        STOPS,
        STARTS
    }

    /// What ends a design.
    public enum Why {
        SATURATION("saturation"),
        TAIL("tail"),
        MEMORY("memory"),
        WRITER("one writer"),
        SHARD("reads"),
        NETWORK("network"),
        CONNECTIONS("connections"),
        QUOTA("quota"),
        MONEY("money"),
        STORAGE("storage"),
        ENERGY("energy"),
        AGE("age"),
        AVAILABILITY("availability");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
