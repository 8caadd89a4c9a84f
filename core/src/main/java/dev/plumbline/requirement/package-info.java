/// What a design has to achieve: the stakeholder's ask, and the one sentence that makes it measurable.
@NullMarked
package dev.plumbline.requirement;

import org.jspecify.annotations.NullMarked;
