package dev.inkling.onnx.diffusion;

/** Hears how far a picture is. What it throws, such as a cancellation, ends the picture. */
public interface DiffusionListener {
    /** Hears nothing. */
    DiffusionListener NONE = (done, total) -> {};

    /**
     * A step is done.
     *
     * @param done  how many are, 1 or more
     * @param total how many there will be
     */
    void step(int done, int total);

    /**
     * Something else begins.
     *
     * @param name the folder of a network that runs, such as {@code unet}, or that with {@code loading} before it
     */
    default void stage(String name) {}
}
