/// Benchmarks, and the same queues run by other means, side by side.
@NullMarked
package dev.plumbline.bench;

import org.jspecify.annotations.NullMarked;
