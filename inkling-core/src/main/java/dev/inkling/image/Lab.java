package dev.inkling.image;

/**
 * A colour in CIELAB under D65, where equal distances look about equally different.
 *
 * @param l lightness, 0 black to 100 white
 * @param a green (negative) to red, about -90 to 100
 * @param b blue (negative) to yellow, about -110 to 95
 */
public record Lab(double l, double a, double b) {
    private static final double[] LINEAR = linear();

    /** @param rgb sRGB as {@code 0xRRGGBB} */
    public static Lab ofRgb(int rgb) {
        double red = LINEAR[rgb >> 16 & 0xff];
        double green = LINEAR[rgb >> 8 & 0xff];
        double blue = LINEAR[rgb & 0xff];
        double x = response((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        double y = response(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        double z = response((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0890);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /** The mean of two colours by their weights, which sum to 1. */
    public static Lab mean(Lab one, double weight, Lab other, double otherWeight) {
        return new Lab(
                weight * one.l + otherWeight * other.l,
                weight * one.a + otherWeight * other.a,
                weight * one.b + otherWeight * other.b);
    }

    /** Squared distance (CIE 1976). */
    public double squaredDistance(Lab other) {
        double dl = l - other.l;
        double da = a - other.a;
        double db = b - other.b;
        return dl * dl + da * da + db * db;
    }

    private static double response(double t) {
        return t > 216.0 / 24389 ? StrictMath.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** The linear light of each 8-bit sRGB sample (IEC 61966-2-1). */
    private static double[] linear() {
        double[] table = new double[256];
        for (int i = 0; i < table.length; i++) {
            double v = i / 255.0;
            table[i] = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
        }
        return table;
    }
}
