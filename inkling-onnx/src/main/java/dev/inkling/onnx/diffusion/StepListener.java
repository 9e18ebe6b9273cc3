package dev.inkling.onnx.diffusion;

/** Hears how far a picture is. */
@FunctionalInterface
public interface StepListener {
    /**
     * A step is done. What it throws, such as a {@link java.util.concurrent.CancellationException}, ends the picture.
     *
     * @param done  how many are, 1 or more
     * @param total how many there will be
     */
    void step(int done, int total);
}
