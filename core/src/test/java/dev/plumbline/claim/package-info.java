/// Tests of the rules of policies.
@NullMarked
package dev.plumbline.claim;

import org.jspecify.annotations.NullMarked;
