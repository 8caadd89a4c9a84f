/// How far a design is from a production system: the ML Test Score, and what a review would ask.
@NullMarked
package dev.plumbline.scorecard;

import org.jspecify.annotations.NullMarked;
