package dev.plumbline.export;

import java.math.BigDecimal;

/// Time series of one metric, as Prometheus selects them.
///
/// @param metric its name
/// @param labels what stands between the braces, such as `job="pay", path="score"`; empty for all series
record Series(String metric, String labels) {
    /// `name{labels}`
    String selector() {
        return labels.isEmpty() ? metric : metric + "{" + labels + "}";
    }

    /// Events per second over a window, of all series together.
    String rate(String window) {
        return "sum(rate(%s[%s]))".formatted(selector(), window);
    }

    /// Events in a window, of all series together.
    String increase(String window) {
        return "sum(increase(%s[%s]))".formatted(selector(), window);
    }

    /// The series of the same labels whose metric has a longer name.
    Series suffixed(String suffix) {
        return new Series(metric + suffix, labels);
    }

    /// Whether the metric counts milliseconds, by its name; else it counts seconds, as Prometheus advises.
    private boolean isInMilliseconds() {
        return metric.endsWith("_ms") || metric.endsWith("_milliseconds");
    }

    /// A time in the unit of the metric.
    BigDecimal inItsUnit(BigDecimal seconds) {
        return isInMilliseconds() ? Decimal.thousand(seconds) : seconds;
    }

    /// The unit of the metric's times.
    String timeUnit() {
        return isInMilliseconds() ? "ms" : "s";
    }

    /// The series among these that have one more label.
    Series with(String condition) {
        return new Series(metric, labels.isEmpty() ? condition : labels + ", " + condition);
    }

    /// `label="value"`, with what is special in a value escaped.
    static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
