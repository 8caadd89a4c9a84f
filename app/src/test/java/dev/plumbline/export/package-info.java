@NullMarked
package dev.plumbline.export;

import org.jspecify.annotations.NullMarked;
