package dev.inkling.classical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a picture without knowing what it shows.
 *
 * @param brightness lightness as a whole, if said
 * @param detail     amount of detail, if said
 * @param traits     what else is clear
 * @param subject    what the picture is of, if that is known; else empty
 * @param areas      coloured areas, in the order in which they are said
 */
record Layout(
        @Nullable Brightness brightness, @Nullable Detail detail, List<Trait> traits, String subject,
        List<Area> areas) {
    Layout {
        traits = List.copyOf(traits);
        areas = List.copyOf(areas);
    }

    /** A picture of nothing that is known. */
    Layout(@Nullable Brightness brightness, @Nullable Detail detail, List<Trait> traits, List<Area> areas) {
        this(brightness, detail, traits, "", areas);
    }

    /**
     * One coloured area.
     *
     * @param things what lies there, when something was recognised
     */
    record Area(Extent extent, ColourName colour, Place place, @Nullable Things things) {
        /** An area of which only the looks are known. */
        Area(Extent extent, ColourName colour, Place place) {
            this(extent, colour, place, null);
        }

        /** Whether both look alike from afar. */
        boolean resembles(Area other) {
            return colour == other.colour && place == other.place;
        }
    }
}
