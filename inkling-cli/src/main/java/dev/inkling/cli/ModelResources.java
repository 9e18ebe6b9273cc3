package dev.inkling.cli;

import dev.inkling.onnx.diffusion.Resources;

/** What models of the user's may take of the machine. */
final class ModelResources {
    /** Networks of so many bytes stay loaded between pictures: with what they compute, half of 24 GB. */
    private static final long KEPT_BYTES = 8L << 30;

    private ModelResources() {}

    /** For a single picture: one network at a time. */
    static Resources forOne() {
        return new Resources(Runtime.getRuntime().availableProcessors(), 0);
    }

    /** For many pictures. */
    static Resources forMany() {
        return new Resources(Runtime.getRuntime().availableProcessors(), KEPT_BYTES);
    }
}
