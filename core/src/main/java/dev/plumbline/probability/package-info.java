/// Distributions over the non-negative numbers and named streams of random numbers, fast enough for hot loops.
@NullMarked
package dev.plumbline.probability;

import org.jspecify.annotations.NullMarked;
