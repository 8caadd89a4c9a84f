/// Tests of edits and of the search for mends.
@NullMarked
package dev.plumbline.review;

import org.jspecify.annotations.NullMarked;
