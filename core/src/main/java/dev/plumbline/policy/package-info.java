/// Policies that contradict each other or the requirements: rules over timeouts, retries, hedges, batches and queues.
@NullMarked
package dev.plumbline.policy;

import org.jspecify.annotations.NullMarked;
