package dev.plumbline.simulation;

/// One kind of request: how it arrives and what it goes through.
public record Path(String name, Arrivals arrivals, Step step) {}
