package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;
import java.util.Optional;

/// Where users and machines are.
///
/// @param at the place's name
/// @param share the share of the workload that comes from here
public record Region(String name, String at, Optional<Amount> share, Place place) {}
