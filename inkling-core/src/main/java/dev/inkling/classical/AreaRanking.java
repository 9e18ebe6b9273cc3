package dev.inkling.classical;

import dev.inkling.classical.Layout.Area;
import dev.inkling.image.Lab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which areas and things of a picture are worth saying, the most important first. Not thread-safe. */
final class AreaRanking {
    /** Smaller segments, as a part of the picture's area, are not worth a sentence. */
    private static final double LEAST_SHARE = 0.008;
    /** Weight of the size of an area against how much its colour stands out (squared CIELAB distance). */
    private static final double PLAIN_WEIGHT = 250;

    private final List<Ranked> ranked = new ArrayList<>();

    private record Ranked(Area area, double weight) {}

    /**
     * @param segments that cover a picture, at least one
     * @param parties  what was recognised in it
     */
    static List<Area> of(List<Segment> segments, List<Party> parties) {
        Lab mean = mean(segments);
        AreaRanking ranking = new AreaRanking();
        parties.forEach(party -> ranking.ranked.add(new Ranked(party.area(), party.weight(mean))));
        segments.stream()
                .sorted(Comparator.comparingDouble((Segment segment) -> -weight(segment, mean)))
                .forEach(segment -> ranking.add(segment, weight(segment, mean)));
        return ranking.ranked.stream()
                .sorted(Comparator.comparingDouble((Ranked one) -> -one.weight))
                .map(Ranked::area)
                .toList();
    }

    private static double weight(Segment segment, Lab mean) {
        return segment.share() * (PLAIN_WEIGHT + segment.colour().squaredDistance(mean));
    }

    /** Adds a segment that is large enough, unless something that looks the same is there. */
    private void add(Segment segment, double weight) {
        Area area = new Area(Extent.of(segment.share()), ColourName.nearest(segment.colour()), segment.place());
        boolean said = ranked.stream().anyMatch(other -> other.area.resembles(area));
        if ((segment.share() >= LEAST_SHARE || ranked.isEmpty()) && !said) {
            ranked.add(new Ranked(area, weight));
        }
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
