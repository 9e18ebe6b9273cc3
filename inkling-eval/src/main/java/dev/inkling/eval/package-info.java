/** Runs codecs on pictures, measures what comes back, and keeps the results. */
@NullMarked
package dev.inkling.eval;

import org.jspecify.annotations.NullMarked;
