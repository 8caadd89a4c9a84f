package dev.plumbline.design;

import dev.plumbline.quantity.Dimension;
import dev.plumbline.quantity.Due;

/// What an amount in a design has to measure. The reader checks each amount's dimension against it.
public enum Measure {
    /// Seconds and their multiples.
    TIME("a time", "5 ms"),
    /// A plain number from 0 up, such as 10.
    NUMBER("a plain number", "10"),
    /// A share of a whole, from 0 to 1, such as 92 %.
    SHARE("a share", "92 %"),
    /// How often something counted happens, such as 40 event/s.
    ARRIVAL_RATE("something counted per time", "40 req/s"),
    /// Growth per time, such as 6 %/month.
    GROWTH("a share per time", "6 %/month"),
    /// Bytes, alone or for each counted thing, such as 1.4 KiB/user.
    SIZE("an amount of data", "220 B/event"),
    /// Something counted, such as 30M user.
    COUNT("something counted", "30M user"),
    /// A number of different things, with or without a noun, such as 50M post.
    POPULATION("how many there are", "50M post"),
    /// What a cache holds, such as 2M post or 64 GB.
    CAPACITY("how many fit, or an amount of data", "64 GB"),
    /// Tokens, such as 700 token.
    TOKENS("a number of tokens", "700 token"),
    /// Data per time, such as 450 GB/s.
    BANDWIDTH("data per time", "450 GB/s"),
    /// Time per amount of data, such as 5 us/KiB.
    TIME_PER_SIZE("time per amount of data", "5 us/KiB"),
    /// Money per time, such as 3.2 USD/h.
    PRICE("money per time", "3.2 USD/h"),
    /// Anything with a unit.
    ANY("a quantity", "5 ms");

    private final String words;
    private final String example;

    Measure(String words, String example) {
        this.words = words;
        this.example = example;
    }

    /// What is due, in words, with an example.
    public String words() {
        return words + ", such as " + example;
    }

    /// An amount that measures it.
    public String example() {
        return example;
    }

    /// Whether a quantity of that dimension measures it.
    public boolean accepts(Dimension dimension) {
        Dimension uncounted = dimension.withoutCounts();
        return switch (this) {
            case TIME -> dimension.equals(Dimension.TIME);
            case NUMBER -> dimension.isNone();
            case SHARE -> dimension.isNone();
            case ARRIVAL_RATE -> uncounted.equals(Dimension.NONE.per(Dimension.TIME)) && !dimension.equals(uncounted);
            case GROWTH -> dimension.equals(Dimension.NONE.per(Dimension.TIME));
            case SIZE -> uncounted.equals(Dimension.DATA);
            case COUNT -> uncounted.isNone() && !dimension.isNone();
            case POPULATION -> uncounted.isNone();
            case CAPACITY -> uncounted.isNone() || dimension.equals(Dimension.DATA);
            case TOKENS -> dimension.equals(Dimension.count("token"));
            case BANDWIDTH -> dimension.equals(Dimension.DATA.per(Dimension.TIME));
            case TIME_PER_SIZE -> dimension.equals(Dimension.TIME.per(Dimension.DATA));
            case PRICE ->
                dimension.hasMoney() && dimension.times(Dimension.TIME).powers().size() == 1;
            case ANY -> true;
        };
    }

    /// The dimension that is asked for, as far as one says it.
    Due.Wanted wanted() {
        return switch (this) {
            case TIME -> new Due.Wanted.Exactly(Dimension.TIME);
            case NUMBER, SHARE -> new Due.Wanted.Exactly(Dimension.NONE);
            case ARRIVAL_RATE -> new Due.Wanted.UpToCounts(Dimension.NONE.per(Dimension.TIME));
            case GROWTH -> new Due.Wanted.Exactly(Dimension.NONE.per(Dimension.TIME));
            case SIZE -> new Due.Wanted.UpToCounts(Dimension.DATA);
            case COUNT, POPULATION -> new Due.Wanted.UpToCounts(Dimension.NONE);
            case CAPACITY -> new Due.Wanted.Anything();
            case TOKENS -> new Due.Wanted.Exactly(Dimension.count("token"));
            case BANDWIDTH -> new Due.Wanted.Exactly(Dimension.DATA.per(Dimension.TIME));
            case TIME_PER_SIZE -> new Due.Wanted.Exactly(Dimension.TIME.per(Dimension.DATA));
            case PRICE -> new Due.Wanted.Money(Dimension.TIME);
            case ANY -> new Due.Wanted.Anything();
        };
    }
}
