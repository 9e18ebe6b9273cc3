/** Pictures from words, tiny pictures and vectors by latent diffusion, with models of the user's. */
@NullMarked
package dev.inkling.onnx.diffusion;

import org.jspecify.annotations.NullMarked;
