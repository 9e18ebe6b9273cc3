package dev.inkling.onnx.pixels;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;

/**
 * Resizes to the very samples that Python's Pillow gives, which networks were trained with: antialiased, along rows and
 * then along columns, each time rounded to 8 bits, with weights in units of 2^-22.
 */
public final class PillowResampler {
    /** An interpolation kernel, stretched when a picture shrinks. */
    public enum Kernel {
        /** Pillow's BILINEAR. */
        LINEAR(1) {
            @Override
            double at(double x) {
                return Math.max(0, 1 - Math.abs(x));
            }
        },
        /** Pillow's BICUBIC: cubic convolution with a = -0.5 (Keys 1981). */
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
        /** Pillow's LANCZOS: a sinc under the middle lobe of another, three times as wide. */
        LANCZOS(3) {
            @Override
            double at(double x) {
                return Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0;
            }
        };

        private final int radius;

        Kernel(int radius) {
            this.radius = radius;
        }

        abstract double at(double x);

        private static double sinc(double x) {
            return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        }
    }

    private static final int WEIGHT_BITS = 22;

    private PillowResampler() {}

    /** The picture in another size. */
    public static Raster resize(Raster picture, ImageSize size, Kernel kernel) {
        byte[] rgb = new byte[Raster.byteCount(picture.size())];
        byte[] row = new byte[3 * picture.width()];
        for (int y = 0; y < picture.height(); y++) {
            picture.copyRow(y, row);
            System.arraycopy(row, 0, rgb, y * row.length, row.length);
        }
        Taps across = new Taps(picture.width(), size.width(), kernel);
        Taps down = new Taps(picture.height(), size.height(), kernel);
        byte[] wide = across.apply(rgb, picture.height(), 3 * picture.width(), 3, 3 * size.width());
        return Raster.wrap(size, down.apply(wide, size.width(), 3, 3 * size.width(), 3));
    }

    /** For each output sample along one axis, the input samples that it is made of and their weights. */
    private static final class Taps {
        private final int[] first;
        private final int[][] weights;

        Taps(int from, int to, Kernel kernel) {
            first = new int[to];
            weights = new int[to][];
            double ratio = (double) from / to;
            double stretch = Math.max(1, ratio);
            double reach = kernel.radius * stretch;
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * ratio;
                first[i] = (int) Math.max(0, centre - reach + 0.5);
                int end = (int) Math.min(from, centre + reach + 0.5);
                double[] raw = new double[end - first[i]];
                double sum = 0;
                for (int k = 0; k < raw.length; k++) {
                    raw[k] = kernel.at((first[i] + k - centre + 0.5) / stretch);
                    sum += raw[k];
                }
                weights[i] = new int[raw.length];
                for (int k = 0; k < raw.length; k++) {
                    weights[i][k] = rounded(raw[k] / sum * (1 << WEIGHT_BITS));
                }
            }
        }

        /** Halves are rounded away from 0. */
        private static int rounded(double value) {
            return (int) (value < 0 ? value - 0.5 : value + 0.5);
        }

        /**
         * Resamples lines along the axis.
         *
         * @param lines      how many there are; each has three channels
         * @param lineStep   from the start of a line to that of the next, before
         * @param step       from a sample to the next along the axis, before and after
         * @param toLineStep from the start of a line to that of the next, after
         */
        byte[] apply(byte[] from, int lines, int lineStep, int step, int toLineStep) {
            byte[] to = new byte[3 * lines * first.length];
            for (int line = 0; line < lines; line++) {
                for (int i = 0; i < first.length; i++) {
                    for (int channel = 0; channel < 3; channel++) {
                        int start = line * lineStep + first[i] * step + channel;
                        to[line * toLineStep + i * step + channel] = sample(from, start, step, weights[i]);
                    }
                }
            }
            return to;
        }

        private static byte sample(byte[] from, int start, int step, int[] weights) {
            int sum = 1 << WEIGHT_BITS - 1;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * (from[start + k * step] & 0xff);
            }
            return (byte) Math.max(0, Math.min(255, sum >> WEIGHT_BITS));
        }
    }
}
