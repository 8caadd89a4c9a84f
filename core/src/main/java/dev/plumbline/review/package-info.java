/// Mends: edits of a design's own text, simulated before they are proposed.
@NullMarked
package dev.plumbline.review;

import org.jspecify.annotations.NullMarked;
