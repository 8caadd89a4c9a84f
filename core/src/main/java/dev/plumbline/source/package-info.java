/// What was typed: the YAML tree of a design's files, with the place of every key and scalar.
@NullMarked
package dev.plumbline.source;

import org.jspecify.annotations.NullMarked;
