/// What we compute, held against what others published or measured.
@NullMarked
package dev.plumbline.validation;

import org.jspecify.annotations.NullMarked;
