package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.Optional;

/// How often a path is asked for.
///
/// @param path the path's name
/// @param rate the average arrival rate, counted things per second
/// @param peak the peak rate over the average
/// @param priority where queues are served by priority, lower ones go first; without one it comes last
/// @param request bytes of one request as it arrives; may differ from one to the next
/// @param response bytes of one answer as it leaves
public record Workload(
        String path,
        Amount rate,
        Amount peak,
        Arrivals arrivals,
        Optional<Amount> priority,
        Optional<Amount> request,
        Optional<Amount> response,
        Place place) {}
