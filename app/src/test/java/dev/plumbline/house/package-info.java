/// The rules of the house, held against the doors.
@NullMarked
package dev.plumbline.house;

import org.jspecify.annotations.NullMarked;
