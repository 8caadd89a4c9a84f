/// Tests of estimates, simulated designs and verdicts.
@NullMarked
package dev.plumbline.assessment;

import org.jspecify.annotations.NullMarked;
