/** The vector layer: rotation, calibration, trellis-coded quantisation. */
@NullMarked
package dev.inkling.vector;

import org.jspecify.annotations.NullMarked;
