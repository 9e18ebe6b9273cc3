package dev.inkling.classical;

import dev.inkling.Describer;
import dev.inkling.classical.Layout.Area;
import dev.inkling.image.Lab;
import dev.inkling.image.Raster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Describes the layout of a picture without any network: its main areas with their colours, sizes and places, and how
 * light, detailed and contrasty it is as a whole. It names no objects. The sentences follow the grammar in
 * {@code docs/describer.md}. Immutable and thread-safe; the same picture gives the same text on every machine.
 */
public final class LayoutDescriber implements Describer {
    /** Smaller segments, as a part of the picture's area, are not worth a sentence. */
    private static final double LEAST_SHARE = 0.008;
    /** Weight of the size of an area against how much its colour stands out (squared CIELAB distance). */
    private static final double PLAIN_WEIGHT = 250;

    /** A describer without settings. */
    public LayoutDescriber() {}

    @Override
    public String describe(Raster picture, int maxWords) {
        if (maxWords < 1) {
            throw new IllegalArgumentException("maxWords " + maxWords + " is less than 1");
        }
        return LayoutWriter.write(layout(picture), maxWords);
    }

    /** The layout of a picture, most important area first. */
    static Layout layout(Raster picture) {
        Thumbnail thumbnail = Thumbnail.of(picture);
        Impression impression = new Impression(thumbnail);
        return new Layout(
                impression.brightness(), impression.detail(), impression.traits(), areas(Segmentation.of(thumbnail)));
    }

    private static List<Area> areas(List<Segment> segments) {
        Lab mean = mean(segments);
        List<Segment> ranked = new ArrayList<>(segments);
        ranked.sort(Comparator.comparingDouble(
                (Segment s) -> -s.share() * (PLAIN_WEIGHT + s.colour().squaredDistance(mean))));
        List<Area> areas = new ArrayList<>();
        for (Segment segment : ranked) {
            Area area = new Area(Extent.of(segment.share()), ColourName.nearest(segment.colour()), segment.place());
            if ((segment.share() >= LEAST_SHARE || areas.isEmpty()) && !isSaid(area, areas)) {
                areas.add(area);
            }
        }
        return areas;
    }

    private static boolean isSaid(Area area, List<Area> areas) {
        return areas.stream().anyMatch(other -> other.colour() == area.colour() && other.place() == area.place());
    }

    private static Lab mean(List<Segment> segments) {
        double l = 0;
        double a = 0;
        double b = 0;
        for (Segment segment : segments) {
            l += segment.share() * segment.colour().l();
            a += segment.share() * segment.colour().a();
            b += segment.share() * segment.colour().b();
        }
        return new Lab(l, a, b);
    }
}
