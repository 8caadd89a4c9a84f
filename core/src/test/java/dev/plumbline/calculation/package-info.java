@NullMarked
package dev.plumbline.calculation;

import org.jspecify.annotations.NullMarked;
