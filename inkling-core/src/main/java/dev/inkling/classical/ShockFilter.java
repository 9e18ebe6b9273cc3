package dev.inkling.classical;

/**
 * Sharpens edges without overshoot: each side of an edge flows towards the edge's middle, along the normal of the edge,
 * while a little smoothing along the edge keeps it straight (Osher, Rudin 1990; Alvarez, Mazorra 1994). The directions
 * are taken once, from a smoothed copy.
 */
final class ShockFilter {
    /** Second derivative (levels a pixel²) from which on the flow has its full speed. */
    private static final float FULL_SPEED_AT = 0.05f;
    /** Longest way of one step, in pixels; a stable one. */
    private static final double LONGEST_STEP = 0.5;
    /** Smoothing along edges for each pixel of way. */
    private static final float SMOOTHING = 0.2f;

    /** Speed and sense of the flow: 1 uphill to -1 downhill. */
    private final Plane flow;
    /** Change by the smoothing along edges. */
    private final Plane smoothing;

    private ShockFilter(Plane plane, double sigma) {
        this.flow = new Plane(plane.width, plane.height);
        this.smoothing = new Plane(plane.width, plane.height);
        Plane smooth = plane.smoothed(sigma);
        for (int y = 0; y < plane.height; y++) {
            int up = plane.row(y - 1);
            int row = plane.row(y);
            int down = plane.row(y + 1);
            int last = plane.width - 1;
            direct(smooth.values, up, row, down, 0, 0, Math.min(1, last));
            for (int x = 1; x < last; x++) {
                direct(smooth.values, up, row, down, x - 1, x, x + 1);
            }
            direct(smooth.values, up, row, down, Math.max(0, last - 1), last, last);
        }
    }

    /**
     * @param plane what to sharpen; stays as it is
     * @param way   how far edges flow together, in pixels
     * @param sigma smoothing of the copy that gives the directions, standard deviation in pixels
     */
    static Plane sharpened(Plane plane, double way, double sigma) {
        int steps = (int) StrictMath.ceil(way / LONGEST_STEP);
        ShockFilter filter = new ShockFilter(plane, sigma);
        Plane from = plane;
        Plane to = new Plane(plane.width, plane.height);
        for (int i = 0; i < steps; i++) {
            filter.step(from, to, (float) (way / steps));
            Plane next = from == plane ? new Plane(plane.width, plane.height) : from;
            from = to;
            to = next;
        }
        return from;
    }

    /** Second derivatives across and along the edge at one pixel; l, x, r are its column and the neighbours'. */
    private void direct(float[] v, int up, int row, int down, int l, int x, int r) {
        float centre = v[row + x];
        float gx = (v[row + r] - v[row + l]) * 0.5f;
        float gy = (v[down + x] - v[up + x]) * 0.5f;
        float gxx = v[row + r] + v[row + l] - 2 * centre;
        float gyy = v[down + x] + v[up + x] - 2 * centre;
        float gxy = (v[down + r] - v[down + l] - v[up + r] + v[up + l]) * 0.25f;
        float cross = 2 * gx * gy * gxy;
        float unit = 1 / (gx * gx + gy * gy + 1e-6f);
        float across = (gx * gx * gxx + cross + gy * gy * gyy) * unit;
        float along = (gy * gy * gxx - cross + gx * gx * gyy) * unit;
        flow.values[row + x] = Math.max(-1, Math.min(1, across * (1 / FULL_SPEED_AT)));
        smoothing.values[row + x] = SMOOTHING * along;
    }

    private void step(Plane from, Plane to, float way) {
        int last = from.width - 1;
        for (int y = 0; y < from.height; y++) {
            int up = from.row(y - 1);
            int row = from.row(y);
            int down = from.row(y + 1);
            float[] v = from.values;
            to.values[row] = moved(v[row], v[row], v[row + Math.min(1, last)], v[up], v[down], row, way);
            for (int x = 1; x < last; x++) {
                int i = row + x;
                to.values[i] = moved(v[i], v[i - 1], v[i + 1], v[up + x], v[down + x], i, way);
            }
            int end = row + last;
            to.values[end] = moved(v[end], v[end - Math.min(1, last)], v[end], v[up + last], v[down + last], end, way);
        }
    }

    private float moved(float centre, float left, float right, float up, float down, int i, float way) {
        float dx = limited(right - centre, centre - left);
        float dy = limited(down - centre, centre - up);
        float gradient = (float) Math.sqrt(dx * dx + dy * dy);
        return centre + way * (smoothing.values[i] - flow.values[i] * gradient);
    }

    /** The smaller of two slopes of one sign, else 0 (the minmod limiter): extremes never grow. */
    private static float limited(float a, float b) {
        return Math.max(0, Math.min(a, b)) + Math.min(0, Math.max(a, b));
    }
}
