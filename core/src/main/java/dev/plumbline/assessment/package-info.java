/// From a design to verdicts: engine inputs, evidence, and evidence against targets.
@NullMarked
package dev.plumbline.assessment;

import org.jspecify.annotations.NullMarked;
