/** Measures of rate and distortion. */
@NullMarked
package dev.inkling.metrics;

import org.jspecify.annotations.NullMarked;
