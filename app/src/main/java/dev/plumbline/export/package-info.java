/// What a monitoring system can hold a running system to: a design's requirements as OpenSLO, Sloth and Prometheus
/// files.
@NullMarked
package dev.plumbline.export;

import org.jspecify.annotations.NullMarked;
