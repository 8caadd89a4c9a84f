/// Request-level discrete-event simulation of open and closed traffic through a network of stations. Knows no
/// design file.
@NullMarked
package dev.plumbline.simulation;

import org.jspecify.annotations.NullMarked;
