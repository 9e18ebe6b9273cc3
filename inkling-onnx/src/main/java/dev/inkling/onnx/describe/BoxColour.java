package dev.inkling.onnx.describe;

import dev.inkling.image.Lab;
import dev.inkling.image.Raster;

/** The colour of what a box is around. */
final class BoxColour {
    /** Part of the sides that is looked at: the rim is often not the thing. */
    private static final double INNER = 0.9;
    /** Points that are looked at along each side. */
    private static final int POINTS = 24;

    private BoxColour() {}

    /**
     * The mean of all but the rim of a box that lies in the picture, as the colours of other areas are means: the most
     * frequent colour would name small parts rightly, but pictures painted from it are less like the source (0.5 dB on Kodak).
     */
    static Lab of(Box box, Raster picture) {
        double l = 0;
        double a = 0;
        double b = 0;
        for (int point = 0; point < POINTS * POINTS; point++) {
            int x = pixel(box.left(), box.width(), point % POINTS, picture.width());
            int y = pixel(box.top(), box.height(), point / POINTS, picture.height());
            Lab colour = Lab.ofRgb(picture.rgb(x, y));
            l += colour.l();
            a += colour.a();
            b += colour.b();
        }
        int count = POINTS * POINTS;
        return new Lab(l / count, a / count, b / count);
    }

    private static int pixel(double begin, double length, int point, int side) {
        double position = begin + length * ((1 - INNER) / 2 + INNER * (point + 0.5) / POINTS);
        return Math.min(side - 1, (int) (position * side));
    }
}
