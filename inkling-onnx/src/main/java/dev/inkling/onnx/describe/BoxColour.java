package dev.inkling.onnx.describe;

import dev.inkling.image.Lab;
import dev.inkling.image.Raster;
import java.util.Arrays;
import java.util.List;

/** The colour of what a box is around. */
final class BoxColour {
    /** Part of the sides that is looked at: what lies farther out is often not the thing. */
    private static final double INNER = 0.6;
    /** Points that are looked at along each side. */
    private static final int POINTS = 20;
    /** Squared CIELAB distance of colours that go by one name. */
    private static final double ALIKE = 15 * 15;

    private BoxColour() {}

    /** The mean of the colours about the most frequent one, in the inner part of a box that lies in the picture. */
    static Lab of(Box box, Raster picture) {
        Lab[] points = new Lab[POINTS * POINTS];
        for (int i = 0; i < points.length; i++) {
            int x = pixel(box.left(), box.width(), i % POINTS, picture.width());
            int y = pixel(box.top(), box.height(), i / POINTS, picture.height());
            points[i] = Lab.ofRgb(picture.rgb(x, y));
        }
        List<Lab> most = List.of();
        for (Lab centre : points) {
            List<Lab> alike = Arrays.stream(points)
                    .filter(point -> point.squaredDistance(centre) < ALIKE)
                    .toList();
            most = alike.size() > most.size() ? alike : most;
        }
        return mean(most);
    }

    private static Lab mean(List<Lab> colours) {
        return new Lab(
                colours.stream().mapToDouble(Lab::l).average().orElseThrow(),
                colours.stream().mapToDouble(Lab::a).average().orElseThrow(),
                colours.stream().mapToDouble(Lab::b).average().orElseThrow());
    }

    private static int pixel(double begin, double length, int point, int side) {
        double position = begin + length * ((1 - INNER) / 2 + INNER * (point + 0.5) / POINTS);
        return Math.min(side - 1, (int) (position * side));
    }
}
