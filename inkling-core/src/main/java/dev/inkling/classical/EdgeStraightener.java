package dev.inkling.classical;

import dev.inkling.image.Raster;
import java.util.Arrays;

/**
 * Takes the staircases off slanted edges: averages along the direction in which the picture changes least, the more the
 * clearer that direction is (structure tensor: Bigün, Granlund 1987; averaging along it: Weickert 1999).
 */
final class EdgeStraightener {
    /** Points to either side of a pixel that are averaged. */
    private static final int REACH = 3;
    /** Size of the neighbourhood that a direction is taken from, standard deviation in pixels of the tiny picture. */
    private static final double NEIGHBOURHOOD = 0.75;

    private final int width;
    private final int height;
    private final Directions directions;
    private final float[] samples;
    private final float[] sum = new float[3];
    private final float[] weights = new float[REACH + 1];
    private final float stride;

    private EdgeStraightener(Raster picture, int scale) {
        this.width = picture.width();
        this.height = picture.height();
        this.directions = Directions.of(Plane.luma(picture).smoothed(1), NEIGHBOURHOOD * scale);
        this.samples = new float[3 * width * height];
        byte[] row = new byte[3 * width];
        for (int y = 0, i = 0; y < height; y++) {
            picture.copyRow(y, row);
            for (byte sample : row) {
                samples[i++] = sample & 0xff;
            }
        }
        this.stride = scale / 2f;
        for (int k = 0; k <= REACH; k++) {
            double distance = k * stride / scale;
            weights[k] = (float) StrictMath.exp(-distance * distance / 2);
        }
    }

    /**
     * @param picture a tiny picture, smoothly enlarged
     * @param scale   how many times
     */
    static Raster straightened(Raster picture, int scale) {
        EdgeStraightener straightener = new EdgeStraightener(picture, scale);
        byte[] rgb = new byte[Raster.byteCount(picture.size())];
        for (int y = 0; y < straightener.height; y++) {
            for (int x = 0; x < straightener.width; x++) {
                straightener.straighten(x, y, rgb);
            }
        }
        return Raster.wrap(picture.size(), rgb);
    }

    private void straighten(int x, int y, byte[] rgb) {
        int i = y * width + x;
        float clearness = directions.clearness.values[i];
        float dx = stride * directions.x.values[i];
        float dy = stride * directions.y.values[i];
        Arrays.fill(sum, 0);
        float total = 0;
        for (int k = -REACH; k <= REACH; k++) {
            float weight = weights[Math.abs(k)];
            add(x + k * dx, y + k * dy, weight);
            total += weight;
        }
        for (int c = 0; c < 3; c++) {
            float own = samples[3 * i + c];
            rgb[3 * i + c] = (byte) (int) (own + clearness * (sum[c] / total - own) + 0.5f);
        }
    }

    /** Adds the samples at a place between pixels, by linear interpolation; beyond the edges the border goes on. */
    private void add(float x, float y, float weight) {
        float insideX = Math.max(0, Math.min(width - 1, x));
        float insideY = Math.max(0, Math.min(height - 1, y));
        int left = (int) insideX;
        int top = (int) insideY;
        float fx = insideX - left;
        float fy = insideY - top;
        int a = 3 * (top * width + left);
        int right = left + 1 < width ? 3 : 0;
        int below = top + 1 < height ? 3 * width : 0;
        for (int c = 0; c < 3; c++) {
            float upper = samples[a + c] + fx * (samples[a + right + c] - samples[a + c]);
            float lower = samples[a + below + c] + fx * (samples[a + below + right + c] - samples[a + below + c]);
            sum[c] += weight * (upper + fy * (lower - upper));
        }
    }

    /** For each pixel, the unit vector along which its neighbourhood changes least, and how clear that is, 0 to 1. */
    private static final class Directions {
        final Plane x;
        final Plane y;
        final Plane clearness;

        private Directions(int width, int height) {
            this.x = new Plane(width, height);
            this.y = new Plane(width, height);
            this.clearness = new Plane(width, height);
        }

        static Directions of(Plane luma, double neighbourhood) {
            Plane xx = new Plane(luma.width, luma.height);
            Plane xy = new Plane(luma.width, luma.height);
            Plane yy = new Plane(luma.width, luma.height);
            for (int y = 0; y < luma.height; y++) {
                int row = luma.row(y);
                for (int x = 0; x < luma.width; x++) {
                    int right = Math.min(x + 1, luma.width - 1);
                    float gx = (luma.values[row + right] - luma.values[row + Math.max(x - 1, 0)]) / 2;
                    float gy = (luma.values[luma.row(y + 1) + x] - luma.values[luma.row(y - 1) + x]) / 2;
                    xx.values[row + x] = gx * gx;
                    xy.values[row + x] = gx * gy;
                    yy.values[row + x] = gy * gy;
                }
            }
            Directions directions = new Directions(luma.width, luma.height);
            directions.solve(xx.smoothed(neighbourhood), xy.smoothed(neighbourhood), yy.smoothed(neighbourhood));
            return directions;
        }

        /** Takes the eigenvector of the smaller eigenvalue of each tensor, by half angles. */
        private void solve(Plane xx, Plane xy, Plane yy) {
            for (int i = 0; i < xx.values.length; i++) {
                float difference = xx.values[i] - yy.values[i];
                float mixed = 2 * xy.values[i];
                float spread = (float) Math.sqrt(difference * difference + mixed * mixed);
                float cosine = spread > 0 ? difference / spread : 1;
                x.values[i] = -(float) Math.sqrt(Math.max(0, (1 - cosine) / 2)) * Math.signum(mixed);
                y.values[i] = (float) Math.sqrt(Math.max(0, (1 + cosine) / 2));
                float ratio = spread / (xx.values[i] + yy.values[i] + 1e-3f);
                clearness.values[i] = Math.min(1, ratio * (float) Math.sqrt(ratio));
            }
        }
    }
}
