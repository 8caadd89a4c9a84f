/// What to ask where an ask leaves something open, and what to propose: computed from the design where it gives
/// grounds,
/// the field's custom elsewhere, each with its reason. Nothing here is agreed until a person says so.
@NullMarked
package dev.plumbline.proposal;

import org.jspecify.annotations.NullMarked;
