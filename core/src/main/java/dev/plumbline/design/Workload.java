package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;

/// How often a path is asked for.
///
/// @param path the path's name
/// @param rate the average arrival rate, counted things per second
/// @param peak the peak rate over the average
public record Workload(String path, Amount rate, Amount peak, Arrivals arrivals, Place place) {}
