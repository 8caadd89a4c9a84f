@NullMarked
package dev.plumbline.scorecard;

import org.jspecify.annotations.NullMarked;
