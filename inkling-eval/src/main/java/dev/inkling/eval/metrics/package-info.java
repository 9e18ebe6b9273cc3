/** What reconstructions are measured with, in one shape and by name. */
@NullMarked
package dev.inkling.eval.metrics;

import org.jspecify.annotations.NullMarked;
