/// Claims that cannot be true: below light in fibre, above the roofline, more than the whole.
@NullMarked
package dev.plumbline.claim;

import org.jspecify.annotations.NullMarked;
