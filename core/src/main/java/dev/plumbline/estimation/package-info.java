/// What follows from a design by arithmetic: its formulas, and the napkin that a person can check by hand.
@NullMarked
package dev.plumbline.estimation;

import org.jspecify.annotations.NullMarked;
