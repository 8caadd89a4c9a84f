/// Why the slow requests of a path are slow: named causes, each a rule over where simulated requests spent their time.
@NullMarked
package dev.plumbline.diagnosis;

import org.jspecify.annotations.NullMarked;
