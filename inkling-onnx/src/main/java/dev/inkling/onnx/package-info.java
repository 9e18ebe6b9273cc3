/** Generators whose network runs in this process, through ONNX Runtime. */
@NullMarked
package dev.inkling.onnx;

import org.jspecify.annotations.NullMarked;
