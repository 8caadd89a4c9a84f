package dev.plumbline.requirement;

/// The load or the scenario under which a requirement has to hold.
public sealed interface Circumstance {
    /// None was written. Latency is then judged at peak.
    record Unstated() implements Circumstance {}

    /// `at peak`
    record Peak() implements Circumstance {}

    /// `at average`
    record Average() implements Circumstance {}

    /// `at 5k req/s`
    record Load(Amount rate) implements Circumstance {}

    /// `during launch`, or `at launch`
    record During(Name scenario) implements Circumstance {}

    /// As the language writes it, with a space in front; empty if none was written.
    default String sentence() {
        return switch (this) {
            case Unstated() -> "";
            case Peak() -> " at peak";
            case Average() -> " at average";
            case Load(Amount rate) -> " at " + rate.text();
            case During(Name scenario) -> " during " + scenario.text();
        };
    }
}
