package dev.plumbline.assessment;

/// A default that was applied because the design says nothing.
///
/// @param what the value and what it belongs to: "replicas of gateway: 1"
/// @param why why that default: "none is given"
public record Assumed(String what, String why) {}
