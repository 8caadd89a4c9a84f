/// What is amiss with a set of requirements, by themselves and beside the design they are of: words that leave them
/// open,
/// elements they lack, statistics that say nothing, contradictions, what cannot be met, what a model's design forgets
/// and
/// what hangs together with nothing. Nothing is simulated.
@NullMarked
package dev.plumbline.smell;

import org.jspecify.annotations.NullMarked;
