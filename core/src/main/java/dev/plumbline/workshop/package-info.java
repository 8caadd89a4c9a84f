/// The guided workshop: from a story and answers, one question at a time, to a design that reads without faults.
@NullMarked
package dev.plumbline.workshop;

import org.jspecify.annotations.NullMarked;
