package dev.plumbline.assessment;

/// How a result was obtained, so that it can be obtained again.
///
/// @param requests simulated requests, over all worlds and scenarios
/// @param events simulated events
/// @param seconds wall time; the only figure that differs from run to run
public record Run(long seed, int worlds, long requests, long events, double seconds) {}
