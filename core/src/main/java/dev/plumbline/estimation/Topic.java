package dev.plumbline.estimation;

/// What a figure of a napkin is about, in the order in which a person works them out.
public enum Topic {
    TRAFFIC("traffic"),
    STORAGE("storage"),
    BANDWIDTH("bandwidth"),
    MEMORY("memory"),
    COMPUTE("compute"),
    MONEY("money"),
    ENERGY("energy and carbon");

    private final String words;

    Topic(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
