/** The file: header, layers, limits, version refusal, integrity check. */
@NullMarked
package dev.inkling.bitstream;

import org.jspecify.annotations.NullMarked;
