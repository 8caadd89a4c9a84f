package dev.plumbline.assessment;

/// What became of a call under a policy in one scenario, over worlds.
///
/// @param path the path it is on
/// @param component the first that it goes to
/// @param attempts tries for each call, first ones, retries and hedges together
/// @param hedged hedges for each call
/// @param timedOut the share of tries that were given up at their time-out
/// @param refused tries for each call that its breaker did not let happen
/// @param fallback the share of calls that a fallback answered
public record CallSummary(
        String path,
        String component,
        Interval attempts,
        Interval hedged,
        Interval timedOut,
        Interval refused,
        Interval fallback) {}
