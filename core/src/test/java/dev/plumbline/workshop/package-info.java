@NullMarked
package dev.plumbline.workshop;

import org.jspecify.annotations.NullMarked;
