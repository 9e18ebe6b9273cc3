package dev.inkling.eval.metrics;

import dev.inkling.image.Raster;
import dev.inkling.onnx.Tensor;
import java.util.Arrays;

/**
 * A picture cut into the patches of MUSIQ, as IQA-PyTorch's port of the authors' code does: at a longer side of 224, of
 * 384, and at its own size. A patch is 32 by 32 pixels of red, green and blue planes from -1 to 1, then its place in a
 * grid of 10 by 10, its scale (0 to 2), and 1; a missing patch of the first two scales is all 0.
 */
final class MusiqPatches {
    /** Floats of a patch. */
    static final int LENGTH = 3 * 32 * 32 + 3;

    private static final int SIDE = 32;
    private static final int GRID = 10;
    private static final int[] LONGER_SIDES = {224, 384};

    private float[] patches = {};

    private MusiqPatches() {}

    /** {@code 1 x L x 3075}. */
    static Tensor of(Raster picture) {
        MusiqPatches all = new MusiqPatches();
        Plane[] planes = planes(picture);
        for (int scale = 0; scale < LONGER_SIDES.length; scale++) {
            double ratio = (double) LONGER_SIDES[scale] / Math.max(picture.width(), picture.height());
            int perSide = LONGER_SIDES[scale] / SIDE;
            all.add(resized(planes, ratio), scale, perSide * perSide);
        }
        all.add(planes, LONGER_SIDES.length, 0);
        return Tensor.ofFloats(all.patches, 1, all.patches.length / LENGTH, LENGTH);
    }

    private static Plane[] planes(Raster picture) {
        Plane[] planes = new Plane[3];
        for (int channel = 0; channel < 3; channel++) {
            planes[channel] = new Plane(picture.width(), picture.height());
            for (int y = 0; y < picture.height(); y++) {
                for (int x = 0; x < picture.width(); x++) {
                    planes[channel].set(x, y, (float) (picture.sample(x, y, channel) / 127.5 - 1));
                }
            }
        }
        return planes;
    }

    private static Plane[] resized(Plane[] planes, double ratio) {
        int width = (int) Math.rint(planes[0].width * ratio);
        int height = (int) Math.rint(planes[0].height * ratio);
        return Arrays.stream(planes)
                .map(plane -> plane.resized(Math.max(1, width), Math.max(1, height)))
                .toArray(Plane[]::new);
    }

    /** Appends the patches of one scale, and missing ones until there are {@code least}. */
    private void add(Plane[] planes, int scale, int least) {
        int columns = (planes[0].width + SIDE - 1) / SIDE;
        int rows = (planes[0].height + SIDE - 1) / SIDE;
        // The picture lies in the middle of the patches, what is left over is grey.
        int left = (columns * SIDE - planes[0].width) / 2;
        int top = (rows * SIDE - planes[0].height) / 2;
        int end = patches.length;
        patches = Arrays.copyOf(patches, end + LENGTH * Math.max(least, columns * rows));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, end += LENGTH) {
                copy(planes, SIDE * column - left, SIDE * row - top, end);
                patches[end + LENGTH - 3] = GRID * hash(row, rows) + hash(column, columns);
                patches[end + LENGTH - 2] = scale;
                patches[end + LENGTH - 1] = 1;
            }
        }
    }

    /** The cell of the grid; in floats, since the reference computes in floats and then rounds down. */
    private static int hash(int index, int count) {
        return (int) (index * ((float) GRID / count));
    }

    private void copy(Plane[] planes, int left, int top, int start) {
        int i = start;
        for (Plane plane : planes) {
            for (int y = top; y < top + SIDE; y++) {
                for (int x = left; x < left + SIDE; x++) {
                    boolean inside = x >= 0 && y >= 0 && x < plane.width && y < plane.height;
                    patches[i++] = inside ? plane.at(x, y) : 0;
                }
            }
        }
    }
}
