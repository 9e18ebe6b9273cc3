package dev.inkling.onnx;

import dev.inkling.image.Raster;

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
        for (int y = 0; y < height && width >= SHORTEST; y++) {
            new Line(width, y * width, 1).filter(clean);
        }
        for (int x = 0; x < width && height >= SHORTEST; x++) {
            new Line(height, x, width).filter(clean);
        }
        byte[] rgb = new byte[Raster.byteCount(picture.size())];
        byte[] row = new byte[3 * width];
        for (int y = 0, i = 0; y < height; y++) {
            picture.copyRow(y, row);
            for (int x = 0; x < width; x++, i++) {
                float change = clean[i] - luma[i] + 0.5f;
                for (int c = 0; c < 3; c++) {
                    int sample = (int) Math.floor((row[3 * x + c] & 0xff) + change);
                    rgb[3 * i + c] = (byte) Math.max(0, Math.min(255, sample));
                }
            }
        }
        return Raster.wrap(picture.size(), rgb);
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
            float[] detail = detail(plane);
            int periods = length / PERIOD;
            for (int phase = 0; phase < PERIOD; phase++) {
                float sum = 0;
                for (int k = -REACH; k <= REACH; k++) {
                    sum += detail[PERIOD * clamp(k, periods) + phase];
                }
                for (int k = 0; k < periods; k++) {
                    plane[first + step * (PERIOD * k + phase)] -= sum / (2 * REACH + 1);
                    sum += detail[PERIOD * clamp(k + 1 + REACH, periods) + phase]
                            - detail[PERIOD * clamp(k - REACH, periods) + phase];
                }
            }
        }

        /** Beyond the ends the first and the last period go on. */
        private static int clamp(int period, int periods) {
            return Math.max(0, Math.min(periods - 1, period));
        }

        private float[] detail(float[] plane) {
            float[] detail = new float[length];
            float sum = 0;
            for (int i = -PERIOD / 2; i < PERIOD / 2; i++) {
                sum += at(plane, i);
            }
            for (int i = 0; i < length; i++) {
                float apart = at(plane, i) - sum / PERIOD;
                detail[i] = Math.max(-LARGEST_DETAIL, Math.min(LARGEST_DETAIL, apart));
                sum += at(plane, i + PERIOD / 2) - at(plane, i - PERIOD / 2);
            }
            return detail;
        }

        private float at(float[] plane, int i) {
            return plane[first + step * Math.max(0, Math.min(length - 1, i))];
        }
    }
}
