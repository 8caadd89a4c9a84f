/// The command line: one class for each command, and the only place besides the studio that touches the terminal,
/// the clock and the process.
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
