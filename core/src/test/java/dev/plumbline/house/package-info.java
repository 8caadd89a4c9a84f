/// The rules of the house, held by tests: which package may use which, how long a file may be, what must have a page.
@NullMarked
package dev.plumbline.house;

import org.jspecify.annotations.NullMarked;
