/** Pictures as networks want them: sizes, crops, and samples as floats. */
@NullMarked
package dev.inkling.onnx.pixels;

import org.jspecify.annotations.NullMarked;
