package dev.inkling.classical;

import dev.inkling.classical.Layout.Area;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import java.util.Comparator;

/**
 * Paints layouts softly: each point gets the mean of the colours of all areas, weighed by how near they are for their
 * size (Shepard 1968). Small areas outweigh large ones where both lie, so that they stay visible.
 */
final class LayoutPainter {
    private static final int CANVAS_SIDE = 96;
    /** Shape of a patch: 2 is an ellipse, larger is boxier. */
    private static final double ROUNDNESS = 2.5;
    /** How far areas run into each other: larger is softer. */
    private static final double SOFTNESS = 0.08;
    /** Weight of the colour behind all areas. */
    private static final double GROUND_WEIGHT = 0.3;

    private final Layout layout;
    private final ImageSize size;
    private final int ground;

    private LayoutPainter(Layout layout, ImageSize size) {
        this.layout = layout;
        this.size = size;
        this.ground = ground(layout);
    }

    static Raster paint(Layout layout, ImageSize size) {
        ImageSize small = size.longSide() > CANVAS_SIDE ? size.scaledTo(CANVAS_SIDE) : size;
        return Resampler.resize(new LayoutPainter(layout, small).raster(), size, Resampler.Kernel.CUBIC);
    }

    /** A gray as light as the picture is said to be, or the colour of the largest area. */
    private static int ground(Layout layout) {
        if (layout.brightness() != null) {
            return layout.brightness().rgb();
        }
        return layout.areas().stream()
                .max(Comparator.comparing(Area::extent))
                .map(area -> area.colour().rgb())
                .orElse(Brightness.BRIGHT.rgb());
    }

    private Raster raster() {
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int y = 0, i = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++, i += 3) {
                paint((x + 0.5) / size.width(), (y + 0.5) / size.height(), rgb, i);
            }
        }
        return Raster.wrap(size, rgb);
    }

    private void paint(double x, double y, byte[] rgb, int at) {
        double[] sum = new double[4];
        add(ground, GROUND_WEIGHT, sum);
        for (Area area : layout.areas()) {
            double distance = distance(area, x, y);
            add(area.colour().rgb(), 1 / (area.extent().share() * (SOFTNESS + distance * distance)), sum);
        }
        for (int c = 0; c < 3; c++) {
            rgb[at + c] = (byte) StrictMath.rint(sum[c] / sum[3]);
        }
    }

    private static void add(int rgb, double weight, double[] sum) {
        for (int c = 0; c < 3; c++) {
            sum[c] += weight * (rgb >> 16 - 8 * c & 0xff);
        }
        sum[3] += weight;
    }

    /** How far a point lies off an area's middle: 1 at the area's rim. What is everywhere has its rim everywhere. */
    private static double distance(Area area, double x, double y) {
        double share = area.extent().share();
        Place place = area.place();
        return switch (place.shape()) {
            case GROUND -> 1;
            case BAND -> offset(y, place.y(), share / 2);
            case COLUMN -> offset(x, place.x(), share / 2);
            case PATCH -> offset(x, place.x(), StrictMath.sqrt(share) / 2)
                    + offset(y, place.y(), StrictMath.sqrt(share) / 2);
        };
    }

    /** Distance along one axis: 1 at {@code half} from the centre. An area that touches an edge reaches up to it. */
    private static double offset(double at, double centre, double half) {
        double middle = Math.max(half, Math.min(1 - half, centre));
        boolean towardsTouchedEdge = middle == half && at < middle || middle == 1 - half && at > middle;
        return towardsTouchedEdge ? 0 : StrictMath.pow(Math.abs(at - middle) / half, ROUNDNESS);
    }
}
