package dev.plumbline.design;

import dev.plumbline.diagnostic.Place;

/// What a replica runs on: a number of equal machines.
///
/// @param count how many of them one replica has
/// @param name the machine as written, such as `L4` or `c7g.xlarge`
/// @param fact its path in the knowledge base, such as `facts.l4`
public record Machine(int count, String name, String fact, Place place) {}
