package dev.inkling.classical;

import dev.inkling.classical.Layout.Area;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Paints layouts as soft areas of colour: what covers most first, what is small last, so that it stays visible. */
final class LayoutPainter {
    private static final int CANVAS_SIDE = 96;
    /** Share of an area's half side over which it fades out. */
    private static final double SOFTNESS = 0.6;
    /** Shape of a patch: 2 is an ellipse, larger is boxier. */
    private static final double ROUNDNESS = 2.5;

    private final int width;
    private final int height;
    private final double[] canvas;

    private LayoutPainter(ImageSize size) {
        this.width = size.width();
        this.height = size.height();
        this.canvas = new double[3 * width * height];
    }

    static Raster paint(Layout layout, ImageSize size) {
        ImageSize small = size.longSide() > CANVAS_SIDE ? size.scaledTo(CANVAS_SIDE) : size;
        LayoutPainter painter = new LayoutPainter(small);
        painter.fill(ground(layout));
        List<Area> areas = new ArrayList<>(layout.areas());
        areas.sort(Comparator.comparing((Area area) -> area.place() != Place.WHOLE)
                .thenComparing(Area::extent, Comparator.reverseOrder()));
        areas.forEach(painter::paint);
        return Resampler.resize(painter.raster(small), size, Resampler.Kernel.CUBIC);
    }

    /** The colour behind all areas: that of the largest area, or a gray as light as the picture is said to be. */
    private static int ground(Layout layout) {
        if (layout.brightness() != null) {
            return layout.brightness().rgb();
        }
        return layout.areas().stream()
                .max(Comparator.comparing(Area::extent))
                .map(area -> area.colour().rgb())
                .orElse(Brightness.BRIGHT.rgb());
    }

    private void fill(int rgb) {
        for (int i = 0; i < width * height; i++) {
            blend(i, rgb, 1);
        }
    }

    private void paint(Area area) {
        double halfWidth = halfWidth(area);
        double halfHeight = halfHeight(area);
        for (int y = 0; y < height; y++) {
            double dy = distance((y + 0.5) / height, area.place().y(), halfHeight);
            for (int x = 0; x < width; x++) {
                double dx = distance((x + 0.5) / width, area.place().x(), halfWidth);
                blend(y * width + x, area.colour().rgb(), cover(dx + dy));
            }
        }
    }

    private static double halfWidth(Area area) {
        return switch (area.place().shape()) {
            case GROUND, BAND -> Double.POSITIVE_INFINITY;
            case COLUMN -> area.extent().share() / 2;
            case PATCH -> StrictMath.sqrt(area.extent().share()) / 2;
        };
    }

    private static double halfHeight(Area area) {
        return switch (area.place().shape()) {
            case GROUND, COLUMN -> Double.POSITIVE_INFINITY;
            case BAND -> area.extent().share() / 2;
            case PATCH -> StrictMath.sqrt(area.extent().share()) / 2;
        };
    }

    /** How far off the middle: 1 at the rim. An area that touches an edge of the picture reaches up to it. */
    private static double distance(double at, double centre, double half) {
        if (Double.isInfinite(half)) {
            return 0;
        }
        double middle = Math.max(half, Math.min(1 - half, centre));
        boolean towardsTouchedEdge = middle == half && at < middle || middle == 1 - half && at > middle;
        return towardsTouchedEdge ? 0 : StrictMath.pow(Math.abs(at - middle) / half, ROUNDNESS);
    }

    /** 1 inside, 0 outside, and a smooth fall between (Hermite). */
    private static double cover(double distance) {
        double t = Math.max(0, Math.min(1, (1 + SOFTNESS - distance) / (2 * SOFTNESS)));
        return t * t * (3 - 2 * t);
    }

    private void blend(int pixel, int rgb, double part) {
        for (int c = 0; c < 3; c++) {
            double colour = rgb >> 16 - 8 * c & 0xff;
            canvas[3 * pixel + c] += part * (colour - canvas[3 * pixel + c]);
        }
    }

    private Raster raster(ImageSize size) {
        byte[] rgb = new byte[canvas.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) StrictMath.rint(canvas[i]);
        }
        return Raster.wrap(size, rgb);
    }
}
