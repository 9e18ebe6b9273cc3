/** An immutable 8-bit sRGB raster, its size, reading and writing, and the one resampler. */
@NullMarked
package dev.inkling.image;

import org.jspecify.annotations.NullMarked;
