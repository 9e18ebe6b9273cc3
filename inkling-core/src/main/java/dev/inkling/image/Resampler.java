package dev.inkling.image;

import java.util.Arrays;

/**
 * The one resampler: separable, antialiased, on sRGB samples. Results are the same on every machine and for any number
 * of threads. Memory beyond the two pictures is a few rows.
 */
public final class Resampler {
    /** An interpolation kernel. When a picture shrinks, the kernel is stretched so that it also low-passes. */
    public enum Kernel {
        /** Linear interpolation; when shrinking, a triangle filter. */
        LINEAR(1) {
            @Override
            double at(double x) {
                return Math.max(0, 1 - Math.abs(x));
            }
        },
        /** Cubic convolution with a = -0.5 (Keys 1981), also called bicubic or Catmull-Rom. */
        CUBIC(2) {
            @Override
            double at(double x) {
                double d = Math.abs(x);
                if (d < 1) {
                    return (1.5 * d - 2.5) * d * d + 1;
                }
                return d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
            }
        },
        /** Lanczos' windowed sinc with three lobes. */
        LANCZOS(3) {
            @Override
            double at(double x) {
                if (x == 0) {
                    return 1;
                }
                double a = Math.PI * x;
                return Math.abs(x) < 3 ? 3 * StrictMath.sin(a) * StrictMath.sin(a / 3) / (a * a) : 0;
            }
        };

        private final int radius;

        Kernel(int radius) {
            this.radius = radius;
        }

        abstract double at(double x);
    }

    /** Shrinking further than this is begun by averaging whole blocks, which no eye can tell from the kernel. */
    private static final int LARGEST_KERNEL_RATIO = 6;

    private Resampler() {}

    /** A picture of the size wanted with the same content; the same picture when the size is already right. */
    public static Raster resize(Raster picture, ImageSize size, Kernel kernel) {
        if (picture.size().equals(size)) {
            return picture;
        }
        int columns = blockSize(picture.width(), size.width());
        int rows = blockSize(picture.height(), size.height());
        Raster source = columns * rows > 1 ? averageBlocks(picture, columns, rows) : picture;
        return new Pass(source, size, kernel).run();
    }

    private static int blockSize(int from, int to) {
        return from > LARGEST_KERNEL_RATIO * to ? from / (LARGEST_KERNEL_RATIO / 2 * to) : 1;
    }

    /** Averages blocks of {@code columns} by {@code rows} pixels; those at the right and bottom edge may be smaller. */
    private static Raster averageBlocks(Raster picture, int columns, int rows) {
        int width = (picture.width() + columns - 1) / columns;
        int height = (picture.height() + rows - 1) / rows;
        byte[] row = new byte[3 * picture.width()];
        byte[] out = new byte[3 * width * height];
        int[] sum = new int[3 * width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            int end = Math.min(picture.height(), (y + 1) * rows);
            for (int sy = y * rows; sy < end; sy++) {
                picture.copyRow(sy, row);
                addRow(row, columns, sum);
            }
            for (int x = 0; x < width; x++) {
                int count = (end - y * rows) * (Math.min(picture.width(), (x + 1) * columns) - x * columns);
                for (int c = 0; c < 3; c++) {
                    out[3 * (y * width + x) + c] = (byte) ((sum[3 * x + c] + count / 2) / count);
                }
            }
        }
        return Raster.wrap(new ImageSize(width, height), out);
    }

    private static void addRow(byte[] row, int columns, int[] sum) {
        for (int x = 0, i = 0; i < row.length; x++) {
            int end = Math.min(row.length, i + 3 * columns);
            for (; i < end; i += 3) {
                sum[3 * x] += row[i] & 0xff;
                sum[3 * x + 1] += row[i + 1] & 0xff;
                sum[3 * x + 2] += row[i + 2] & 0xff;
            }
        }
    }

    /** For each output sample along one axis, the input samples it is made of and their weights. */
    private static final class Taps {
        final int[] first;
        final float[][] weights;

        Taps(int from, int to, Kernel kernel) {
            first = new int[to];
            weights = new float[to][];
            double ratio = (double) from / to;
            double stretch = Math.max(1, ratio);
            double reach = kernel.radius * stretch;
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * ratio - 0.5;
                int low = Math.max(0, (int) StrictMath.ceil(centre - reach));
                int high = Math.min(from - 1, (int) StrictMath.floor(centre + reach));
                double[] raw = new double[high - low + 1];
                double sum = 0;
                for (int k = 0; k < raw.length; k++) {
                    raw[k] = kernel.at((low + k - centre) / stretch);
                    sum += raw[k];
                }
                first[i] = low;
                weights[i] = new float[raw.length];
                for (int k = 0; k < raw.length; k++) {
                    weights[i][k] = (float) (raw[k] / sum);
                }
            }
        }
    }

    /** One resize: rows are resampled along x when first needed, kept in a ring, and combined along y. */
    private static final class Pass {
        private final Raster source;
        private final ImageSize size;
        private final Taps across;
        private final Taps down;
        private final float[][] ring;
        private final byte[] row;
        private int resampled;

        Pass(Raster source, ImageSize size, Kernel kernel) {
            this.source = source;
            this.size = size;
            this.across = new Taps(source.width(), size.width(), kernel);
            this.down = new Taps(source.height(), size.height(), kernel);
            int deepest = 1;
            for (float[] weights : down.weights) {
                deepest = Math.max(deepest, weights.length);
            }
            this.ring = new float[deepest + 1][3 * size.width()];
            this.row = new byte[3 * source.width()];
        }

        Raster run() {
            byte[] out = new byte[Raster.byteCount(size)];
            float[] sum = new float[3 * size.width()];
            for (int y = 0; y < size.height(); y++) {
                float[] weights = down.weights[y];
                int first = down.first[y];
                for (; resampled < first + weights.length; resampled++) {
                    resampleRow(resampled, ring[resampled % ring.length]);
                }
                Arrays.fill(sum, 0.5f);
                for (int k = 0; k < weights.length; k++) {
                    add(ring[(first + k) % ring.length], weights[k], sum);
                }
                int base = y * sum.length;
                for (int i = 0; i < sum.length; i++) {
                    out[base + i] = (byte) Math.max(0, Math.min(255, (int) sum[i]));
                }
            }
            return Raster.wrap(size, out);
        }

        private void resampleRow(int y, float[] target) {
            source.copyRow(y, row);
            for (int x = 0; x < size.width(); x++) {
                float[] weights = across.weights[x];
                int i = 3 * across.first[x];
                float red = 0;
                float green = 0;
                float blue = 0;
                for (float weight : weights) {
                    red += weight * (row[i] & 0xff);
                    green += weight * (row[i + 1] & 0xff);
                    blue += weight * (row[i + 2] & 0xff);
                    i += 3;
                }
                target[3 * x] = red;
                target[3 * x + 1] = green;
                target[3 * x + 2] = blue;
            }
        }

        private static void add(float[] values, float weight, float[] sum) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * values[i];
            }
        }
    }
}
