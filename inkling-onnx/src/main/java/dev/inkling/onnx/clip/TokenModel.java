package dev.inkling.onnx.clip;

import java.util.List;

/** Cuts normalised text into tokens. Immutable. */
@FunctionalInterface
interface TokenModel {
    List<Long> tokens(String text);
}
