/// Order statistics of simulated output: sections, warm-up, confidence intervals.
@NullMarked
package dev.plumbline.statistics;

import org.jspecify.annotations.NullMarked;
