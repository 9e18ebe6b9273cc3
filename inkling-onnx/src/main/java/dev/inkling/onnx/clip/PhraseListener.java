package dev.inkling.onnx.clip;

/** Hears how far the vectors of phrases are. */
@FunctionalInterface
public interface PhraseListener {
    /**
     * @param done  phrases whose vectors there are, 1 or more
     * @param total how many there are to be
     */
    void embedded(int done, int total);
}
