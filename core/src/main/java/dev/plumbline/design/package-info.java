/// The resolved design: what the file means, every name bound, every unit checked, every default recorded.
@NullMarked
package dev.plumbline.design;

import org.jspecify.annotations.NullMarked;
