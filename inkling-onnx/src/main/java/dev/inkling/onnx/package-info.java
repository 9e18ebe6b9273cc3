/** Networks that run in this process, through ONNX Runtime, and generators made of them. */
@NullMarked
package dev.inkling.onnx;

import org.jspecify.annotations.NullMarked;
