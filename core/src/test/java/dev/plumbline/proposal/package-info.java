@NullMarked
package dev.plumbline.proposal;

import org.jspecify.annotations.NullMarked;
