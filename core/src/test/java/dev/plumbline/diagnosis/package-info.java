@NullMarked
package dev.plumbline.diagnosis;

import org.jspecify.annotations.NullMarked;
