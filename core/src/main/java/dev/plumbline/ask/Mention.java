package dev.plumbline.ask;

/// A quantity in a sentence: `no more than 2 seconds`, `99 %`, `1 million transactions per year`.
///
/// @param value in seconds for a time, as a share for a share, as typed otherwise
/// @param measures what sort of thing it counts
/// @param sense on which side of it the good values lie
/// @param noun the unit or the counted thing, in lower case; empty if none follows
/// @param from the index of the first word, with the words that compare
/// @param number the index of the number
/// @param to the index behind the last word
record Mention(double value, Measures measures, Sense sense, String noun, int from, int number, int to) {
    /// What a quantity measures.
    enum Measures {
        TIME,
        SHARE,
        MONEY,
        DATA,
        MASS,
        ENERGY,
        /// Something counted: users, items.
        COUNT,
        /// Something counted, per time.
        RATE,
        /// A time of day.
        CLOCK,
        /// `95th percentile`, `p99`.
        ORDINAL,
        /// Hours of service: `24x7`, `24 hours a day`.
        COVERAGE,
        /// The number of a version, section, year or the like, which measures nothing.
        LABEL
    }

    /// The words in front of a quantity.
    enum Sense {
        AT_MOST,
        AT_LEAST,
        /// None that compare.
        BARE
    }
}
