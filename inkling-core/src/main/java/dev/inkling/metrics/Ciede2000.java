package dev.inkling.metrics;

import dev.inkling.image.Lab;

/** The CIEDE2000 difference of two colours with all weights 1; symbols and steps of Sharma, Wu, Dalal 2005, §2. */
final class Ciede2000 {
    private static final double POW25_7 = 6103515625.0;

    private Ciede2000() {}

    /** The difference, 0 or more; the same in both directions. */
    static double between(Lab one, Lab two) {
        double g = 0.5 * (1 - saturation((Math.hypot(one.a(), one.b()) + Math.hypot(two.a(), two.b())) / 2));
        double a1 = (1 + g) * one.a();
        double a2 = (1 + g) * two.a();
        double c1 = Math.hypot(a1, one.b());
        double c2 = Math.hypot(a2, two.b());
        double h1 = hue(a1, one.b());
        double h2 = hue(a2, two.b());
        boolean grey = c1 * c2 == 0;
        double deltaH = 2 * Math.sqrt(c1 * c2) * sin((grey ? 0 : turn(h2 - h1)) / 2);
        double meanC = (c1 + c2) / 2;
        double meanH = grey ? h1 + h2 : meanHue(h1, h2);
        double l = (two.l() - one.l()) / lightnessWeight((one.l() + two.l()) / 2);
        double c = (c2 - c1) / (1 + 0.045 * meanC);
        double h = deltaH / (1 + 0.015 * meanC * hueWeight(meanH));
        return Math.sqrt(l * l + c * c + h * h + rotation(meanC, meanH) * c * h);
    }

    /** 0 for grey, towards 1 for vivid colours. */
    private static double saturation(double chroma) {
        double cube = chroma * chroma * chroma;
        double c7 = cube * cube * chroma;
        return Math.sqrt(c7 / (c7 + POW25_7));
    }

    /** Degrees, 0 to 360; 0 for grey. */
    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** The same turn the short way round, -180 to 180 degrees. */
    private static double turn(double degrees) {
        if (degrees > 180) {
            return degrees - 360;
        }
        return degrees < -180 ? degrees + 360 : degrees;
    }

    private static double meanHue(double h1, double h2) {
        double sum = h1 + h2;
        if (Math.abs(h1 - h2) <= 180) {
            return sum / 2;
        }
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double lightnessWeight(double mean) {
        double squared = (mean - 50) * (mean - 50);
        return 1 + 0.015 * squared / Math.sqrt(20 + squared);
    }

    private static double hueWeight(double mean) {
        return 1 - 0.17 * cos(mean - 30) + 0.24 * cos(2 * mean) + 0.32 * cos(3 * mean + 6) - 0.20 * cos(4 * mean - 63);
    }

    /** Corrects the blue region, where ellipses of equal difference are tilted. */
    private static double rotation(double meanC, double meanH) {
        double d = (meanH - 275) / 25;
        return -2 * saturation(meanC) * sin(2 * 30 * Math.exp(-d * d));
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
