/** Networks that run in this process, through ONNX Runtime, and a generator made of one. */
@NullMarked
package dev.inkling.onnx;

import org.jspecify.annotations.NullMarked;
