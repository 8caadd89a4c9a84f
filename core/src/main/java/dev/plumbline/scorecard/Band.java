package dev.plumbline.scorecard;

import java.util.Arrays;

/// What a score means, as its authors put it.
public enum Band {
    RESEARCH(0, "a research project rather than a production system"),
    HOLES(2, "not untested, but with holes that may be serious"),
    FIRST_PASS(4, "a first pass at production; more is needed"),
    REASONABLE(6, "reasonably tested; more of it may be automated"),
    STRONG(10, "strong: fit for what a business depends on"),
    EXCEPTIONAL(Integer.MAX_VALUE, "exceptional");

    private final int mostHalves;
    private final String words;

    Band(int mostHalves, String words) {
        this.mostHalves = mostHalves;
        this.words = words;
    }

    /// The meaning, as a clause.
    public String words() {
        return words;
    }

    static Band of(int halves) {
        return Arrays.stream(values())
                .filter(band -> halves <= band.mostHalves)
                .findFirst()
                .orElse(EXCEPTIONAL);
    }
}
