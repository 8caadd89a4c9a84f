@NullMarked
package dev.plumbline.validation;

import org.jspecify.annotations.NullMarked;
