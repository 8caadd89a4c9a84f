@NullMarked
package dev.plumbline.smell;

import org.jspecify.annotations.NullMarked;
