package dev.inkling.onnx;

import dev.inkling.image.Raster;
import java.util.stream.IntStream;

/**
 * Takes out of a picture what repeats every 8 pixels along a row or a column, as networks that enlarge by pixel shuffles
 * leave it: a faint lattice on water and leaves. On each line, the detail of the luma (its difference from the mean of 8
 * samples, at most 8 levels, so that edges leave no echo) is averaged over 17 periods, phase by phase, and taken away:
 * rows first, then columns.
 */
final class GridFilter {
    private static final int PERIOD = 8;

    /** Periods to each side that are averaged. */
    private static final int REACH = 8;

    private static final float LARGEST_DETAIL = 8;

    /** Shorter lines have too few periods to tell a lattice from a picture. */
    private static final int SHORTEST = PERIOD * (2 * REACH + 1);

    private GridFilter() {}

    static Raster apply(Raster picture) {
        int width = picture.width();
        int height = picture.height();
        float[] luma = luma(picture);
        float[] clean = luma.clone();
        if (width >= SHORTEST) {
            IntStream.range(0, height).parallel().forEach(y -> new Line(width, y * width, 1).filter(clean));
        }
        if (height >= SHORTEST) {
            IntStream.range(0, width).parallel().forEach(x -> new Line(height, x, width).filter(clean));
        }
        byte[] rgb = new byte[Raster.byteCount(picture.size())];
        IntStream.range(0, height).parallel().forEach(y -> changeRow(picture, y, luma, clean, rgb));
        return Raster.wrap(picture.size(), rgb);
    }

    /** A row of the picture with its luma changed from one plane to the other. */
    private static void changeRow(Raster picture, int y, float[] luma, float[] clean, byte[] rgb) {
        int width = picture.width();
        byte[] row = new byte[3 * width];
        picture.copyRow(y, row);
        for (int x = 0, i = y * width; x < row.length; x += 3, i++) {
            float change = clean[i] - luma[i] + 0.5f;
            for (int c = x; c < x + 3; c++) {
                // Samples below 0 are cut off here too, so that rounding towards 0 does no harm.
                rgb[y * row.length + c] = (byte) Math.max(0, Math.min(255, (int) ((row[c] & 0xff) + change)));
            }
        }
    }

    private static float[] luma(Raster picture) {
        float[] luma = new float[Math.toIntExact(picture.size().pixels())];
        byte[] row = new byte[3 * picture.width()];
        for (int y = 0, i = 0; y < picture.height(); y++) {
            picture.copyRow(y, row);
            for (int x = 0; x < row.length; x += 3, i++) {
                luma[i] = 0.299f * (row[x] & 0xff) + 0.587f * (row[x + 1] & 0xff) + 0.114f * (row[x + 2] & 0xff);
            }
        }
        return luma;
    }

    /** Samples of a plane in a row: so many, from one place on, so far apart. */
    private record Line(int length, int first, int step) {
        void filter(float[] plane) {
            float[] samples = new float[length];
            for (int i = 0, at = first; i < length; i++, at += step) {
                samples[i] = plane[at];
            }
            float[] detail = detail(samples);
            float[] sums = new float[PERIOD];
            int last = length / PERIOD - 1;
            for (int k = -REACH; k <= REACH; k++) {
                add(detail, Math.max(0, Math.min(last, k)), 1, sums);
            }
            for (int k = 0, at = first; k <= last; k++) {
                for (int phase = 0; phase < PERIOD; phase++, at += step) {
                    plane[at] = samples[PERIOD * k + phase] - sums[phase] / (2 * REACH + 1);
                }
                // Beyond the ends the first and the last period go on.
                add(detail, Math.min(last, k + 1 + REACH), 1, sums);
                add(detail, Math.max(0, k - REACH), -1, sums);
            }
        }

        private static void add(float[] detail, int period, float sign, float[] sums) {
            for (int phase = 0; phase < PERIOD; phase++) {
                sums[phase] += sign * detail[PERIOD * period + phase];
            }
        }

        private float[] detail(float[] samples) {
            float[] detail = new float[length];
            int half = PERIOD / 2;
            float sum = half * samples[0];
            for (int i = 0; i < half; i++) {
                sum += samples[i];
            }
            for (int i = 0; i < length; i++) {
                float apart = samples[i] - sum / PERIOD;
                detail[i] = apart > LARGEST_DETAIL ? LARGEST_DETAIL : apart < -LARGEST_DETAIL ? -LARGEST_DETAIL : apart;
                sum += samples[Math.min(length - 1, i + half)] - samples[Math.max(0, i - half)];
            }
            return detail;
        }
    }
}
