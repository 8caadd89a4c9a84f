package dev.plumbline.scorecard;

/// A section of the ML Test Score.
public enum Section {
    DATA("Data"),
    MODEL("Model"),
    INFRASTRUCTURE("Infrastructure"),
    MONITORING("Monitoring");

    /// The items of a section.
    public static final int ITEMS = 7;

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
