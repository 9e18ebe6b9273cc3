/** Describers made of networks that run in this process. */
@NullMarked
package dev.inkling.onnx.describe;

import org.jspecify.annotations.NullMarked;
