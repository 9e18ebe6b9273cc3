/** An immutable 8-bit sRGB raster, its size, reading and writing, the one resampler, and a colour space. */
@NullMarked
package dev.inkling.image;

import org.jspecify.annotations.NullMarked;
