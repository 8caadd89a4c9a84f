/// What is said about a design: places, findings and the four parts of a message.
@NullMarked
package dev.plumbline.diagnostic;

import org.jspecify.annotations.NullMarked;
