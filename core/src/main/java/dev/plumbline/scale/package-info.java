/// At which scale a design breaks: its requirements looked at from a thousand to a billion of what drives it.
@NullMarked
package dev.plumbline.scale;

import org.jspecify.annotations.NullMarked;
