package dev.inkling.picture;

/** What is coded of one block: four smaller ones, or a prediction mode and levels. A decoder fills it in. */
final class Block {
    /** The quarters in order top left, top right, bottom left, bottom right; null for a leaf. */
    Block[] quarters;

    /** Prediction mode of a leaf. */
    int mode;

    /** For each component whether it is predicted from luma; never for luma itself. */
    final boolean[] linear = new boolean[Frame.COMPONENTS];

    /** Levels of each component in raster order; null where a component is not coded with this block. */
    final int[][] levels = new int[Frame.COMPONENTS][];

    void split() {
        quarters = new Block[] {new Block(), new Block(), new Block(), new Block()};
    }
}
