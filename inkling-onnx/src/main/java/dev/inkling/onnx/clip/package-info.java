/** CLIP and its kin: vectors of pictures and of words that can be compared with each other. */
@NullMarked
package dev.inkling.onnx.clip;

import org.jspecify.annotations.NullMarked;
