/// What is known: facts with a unit, a source, a date and a purpose.
@NullMarked
package dev.plumbline.knowledge;

import org.jspecify.annotations.NullMarked;
