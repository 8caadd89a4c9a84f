/// How often a cache over a population of keys has what it is asked for.
@NullMarked
package dev.plumbline.caching;

import org.jspecify.annotations.NullMarked;
