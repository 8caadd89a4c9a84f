/// What a stakeholder's sentence asks for, in free words: its kind, the elements it has and lacks, and its smells.
@NullMarked
package dev.plumbline.ask;

import org.jspecify.annotations.NullMarked;
