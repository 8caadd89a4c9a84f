/// A calculator that knows units, unknowns, the field's formulas and facts.
@NullMarked
package dev.plumbline.calculation;

import org.jspecify.annotations.NullMarked;
