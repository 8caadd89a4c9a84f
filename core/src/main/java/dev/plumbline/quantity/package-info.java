/// Quantities: dimensions, units, unknown and varying values, expressions over them, and their value in every world.
@NullMarked
package dev.plumbline.quantity;

import org.jspecify.annotations.NullMarked;
