/// Closed forms of queueing theory: what is known exactly, and the usual approximations where it is not.
@NullMarked
package dev.plumbline.queueing;

import org.jspecify.annotations.NullMarked;
