/// Tests of the rules of policies.
@NullMarked
package dev.plumbline.policy;

import org.jspecify.annotations.NullMarked;
