package dev.plumbline.scale;

/// Where a part of the design has no more to give, by arithmetic, whether or not a requirement speaks of it.
///
/// @param at the scale at which it is reached in the median world, in base units; 0 where it is below the range
/// @param low where the first of the middle 90 % of worlds reach it; 0 where that is below the range
/// @param high where the last of them have; infinite where that is beyond the range
/// @param figure the estimate that passes 100 % there, such as `ranker.peak_busy`; `explain` expands it
/// @param reason in one sentence
public record Limit(
        double at, double low, double high, Break.Why why, String component, String figure, String reason) {}
