/** Sends requests to one service and comes back with whole, bounded answers: retries, pacing, limits, secrets. */
@NullMarked
package dev.inkling.openai.transport;

import org.jspecify.annotations.NullMarked;
