package dev.inkling.classical;

import dev.inkling.classical.Layout.Area;
import dev.inkling.image.Lab;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Things of one kind that a description says in one sentence.
 *
 * @param name  what one of them is called
 * @param score that of the surest
 * @param count how many they are, at least 1
 * @param where what they cover together
 */
record Party(String name, double score, int count, Segment where) {
    /** Weight of being a thing, against how large it is and how far its colour stands out. */
    private static final double THING_WEIGHT = 1000;

    /** Things of one kind are together when they are of the same colour or in the same place. */
    static List<Party> of(List<Sighting> sightings) {
        List<Sighting> largestFirst = new ArrayList<>(sightings);
        largestFirst.sort(Comparator.comparingDouble(sighting -> -sighting.where().share()));
        List<Party> parties = new ArrayList<>();
        for (Sighting sighting : largestFirst) {
            join(new Party(sighting.name(), sighting.score(), 1, sighting.where()), parties);
        }
        return parties;
    }

    private static void join(Party newcomer, List<Party> parties) {
        for (int i = 0; i < parties.size(); i++) {
            Party party = parties.get(i);
            Area area = party.area();
            boolean together = area.colour() == newcomer.area().colour() || area.place() == newcomer.area().place();
            if (party.name.equals(newcomer.name) && together) {
                parties.set(i, party.with(newcomer));
                return;
            }
        }
        parties.add(newcomer);
    }

    private Party with(Party other) {
        return new Party(name, Math.max(score, other.score), count + other.count, where.with(other.where));
    }

    /** How it is said. */
    Area area() {
        return new Area(
                Extent.of(where.share()), ColourName.nearest(where.colour()), place(), new Things(count, name));
    }

    /** Like that of an area, but a thing is never the ground of the others. */
    private Place place() {
        Place place = where.place();
        return place == Place.WHOLE ? Place.patchAt(where.x(), where.y()) : place;
    }

    /** How much a description loses without it: small things count for more than small areas without a name. */
    double weight(Lab mean) {
        return score * StrictMath.sqrt(where.share()) * THING_WEIGHT
                + where.share() * where.colour().squaredDistance(mean);
    }
}
