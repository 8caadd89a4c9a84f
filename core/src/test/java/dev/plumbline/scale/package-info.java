@NullMarked
package dev.plumbline.scale;

import org.jspecify.annotations.NullMarked;
