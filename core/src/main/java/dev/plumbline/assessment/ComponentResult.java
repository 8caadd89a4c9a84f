package dev.plumbline.assessment;

import java.util.Optional;

/// How a component fared in one scenario, over worlds.
///
/// @param rate requests per second that reach it
/// @param busy the busy share of its servers, from 0 to 1
/// @param waiting mean time a request waits for a server, in seconds
/// @param batch mean batch size; 1 where it does not batch
/// @param offered work that arrives over what could be done; 1 or more cannot last
/// @param tail the 99.5th percentile over the median of its service times; 1 where it batches
/// @param replicas that serve in the mean, where their number follows the load
public record ComponentResult(
        Interval rate,
        Interval busy,
        Interval waiting,
        Interval batch,
        Interval offered,
        Interval tail,
        Optional<Interval> replicas) {}
