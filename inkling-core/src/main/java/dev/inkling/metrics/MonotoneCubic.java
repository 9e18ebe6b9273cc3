package dev.inkling.metrics;

/**
 * A smooth curve through points that overshoots none of them: a cubic between each two neighbours, whose slopes at the
 * points are weighted harmonic means of the slopes to the neighbours (Fritsch, Butland 1984), known as PCHIP.
 */
final class MonotoneCubic {
    private final double[] x;
    private final double[] y;
    private final double[] slopes;

    /**
     * Takes over both arrays.
     *
     * @param x two places or more, strictly rising
     * @param y the value at each place
     */
    MonotoneCubic(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.slopes = slopes();
    }

    private double[] slopes() {
        int last = x.length - 1;
        double[] m = new double[x.length];
        if (last == 1) {
            m[0] = secant(0);
            m[1] = m[0];
            return m;
        }
        m[0] = endSlope(width(0), width(1), secant(0), secant(1));
        m[last] = endSlope(width(last - 1), width(last - 2), secant(last - 1), secant(last - 2));
        for (int i = 1; i < last; i++) {
            m[i] = innerSlope(width(i - 1), width(i), secant(i - 1), secant(i));
        }
        return m;
    }

    private static double innerSlope(double widthBefore, double widthAfter, double before, double after) {
        if (before * after <= 0) {
            return 0;
        }
        double weightBefore = 2 * widthAfter + widthBefore;
        double weightAfter = widthAfter + 2 * widthBefore;
        return (weightBefore + weightAfter) / (weightBefore / before + weightAfter / after);
    }

    /** The slope of the parabola through the last three points, limited so that the curve stays monotone. */
    private static double endSlope(double width, double nextWidth, double secant, double nextSecant) {
        double slope = ((2 * width + nextWidth) * secant - width * nextSecant) / (width + nextWidth);
        if (slope * secant <= 0) {
            return 0;
        }
        boolean turns = secant * nextSecant < 0;
        return turns && Math.abs(slope) > 3 * Math.abs(secant) ? 3 * secant : slope;
    }

    private double width(int piece) {
        return x[piece + 1] - x[piece];
    }

    private double secant(int piece) {
        return (y[piece + 1] - y[piece]) / width(piece);
    }

    /** The integral over an interval that lies within the points. */
    double integral(double from, double to) {
        double sum = 0;
        for (int piece = 0; piece < x.length - 1; piece++) {
            double low = Math.max(from, x[piece]);
            double high = Math.min(to, x[piece + 1]);
            if (low < high) {
                // Simpson's rule is exact for cubics.
                sum += (high - low) / 6 * (at(piece, low) + 4 * at(piece, (low + high) / 2) + at(piece, high));
            }
        }
        return sum;
    }

    /** The cubic of a piece in Hermite's form. */
    private double at(int piece, double place) {
        double t = (place - x[piece]) / width(piece);
        double s = 1 - t;
        return (1 + 2 * t) * s * s * y[piece]
                + t * t * (1 + 2 * s) * y[piece + 1]
                + t * s * width(piece) * (s * slopes[piece] - t * slopes[piece + 1]);
    }
}
