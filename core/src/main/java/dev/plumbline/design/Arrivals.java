package dev.plumbline.design;

/// How requests arrive.
public sealed interface Arrivals {
    /// Independently of each other: a Poisson process.
    record Poisson() implements Arrivals {}

    /// At equal distances.
    record Regular() implements Arrivals {}

    /// In bursts: a two-state Markov-modulated Poisson process.
    ///
    /// @param times the rate in a burst over the rate outside
    /// @param lasts the mean length of a burst, seconds
    /// @param every the mean time from one burst's start to the next, seconds
    record Bursty(Amount times, Amount lasts, Amount every) implements Arrivals {}

    /// Along a daily sine wave.
    ///
    /// @param peakAt the hour of the day with the highest rate, seconds after midnight
    /// @param swing the highest rate over the lowest
    record Diurnal(Amount peakAt, Amount swing) implements Arrivals {}

    /// As recorded.
    ///
    /// @param recorded the requests, with their times
    record Trace(dev.plumbline.simulation.Trace recorded) implements Arrivals {}

    /// From a fixed number of users who wait for each answer.
    ///
    /// @param think the time between an answer and the next request, seconds
    record Closed(Amount users, Amount think) implements Arrivals {}
}
