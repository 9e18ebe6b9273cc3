package dev.inkling;

import dev.inkling.image.ImageSize;

/** How strong the edge is at each pixel. Immutable. */
public final class EdgeMap {
    private final ImageSize size;
    private final float[] strengths;

    /**
     * @param size      its size
     * @param strengths row by row, 0 and more, in any unit; it is copied
     * @throws IllegalArgumentException when there is not one for each pixel
     */
    public EdgeMap(ImageSize size, float... strengths) {
        if (strengths.length != size.pixels()) {
            throw new IllegalArgumentException(strengths.length + " strengths for " + size);
        }
        this.size = size;
        this.strengths = strengths.clone();
    }

    public ImageSize size() {
        return size;
    }

    /** Strength at pixel {@code i}, counted row by row. */
    public float strength(int i) {
        return strengths[i];
    }
}
