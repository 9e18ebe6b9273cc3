/** Compares the vector layer with published codes and with the distortion-rate bound. */
@NullMarked
package dev.inkling.eval.vector;

import org.jspecify.annotations.NullMarked;
