package dev.plumbline.design;

/// What an amount in a design has to measure. The reader checks each amount's dimension against it.
public enum Measure {
    /// Seconds and their multiples.
    TIME("a time, such as 5 ms"),
    /// A plain number from 0 up, such as 10.
    NUMBER("a plain number, such as 10"),
    /// A share of a whole, from 0 to 1, such as 92 %.
    SHARE("a share, such as 92 %"),
    /// How often something counted happens, such as 40 event/s.
    ARRIVAL_RATE("something counted per time, such as 40 req/s"),
    /// Growth per time, such as 6 %/month.
    GROWTH("a share per time, such as 6 %/month"),
    /// Bytes, alone or for each counted thing, such as 1.4 KiB/user.
    SIZE("an amount of data, such as 220 B/event"),
    /// Something counted, such as 30M user.
    COUNT("something counted, such as 30M user"),
    /// Tokens, such as 700 token.
    TOKENS("a number of tokens, such as 700 token"),
    /// Money per time, such as 3.2 USD/h.
    PRICE("money per time, such as 3.2 USD/h"),
    /// Anything with a unit.
    ANY("a quantity, such as 5 ms");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    /// What is due, in words, with an example.
    public String words() {
        return words;
    }
}
