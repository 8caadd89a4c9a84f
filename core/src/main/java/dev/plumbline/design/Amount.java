package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;

/// A quantity of the design, held in its sheet under a name, so that it can be valued in every world and explained.
///
/// @param name the name in the sheet, such as `ranker.replicas`
/// @param place where it is written, or what made it necessary when it is a default
public record Amount(String name, Place place) {}
