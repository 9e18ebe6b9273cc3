package dev.inkling.classical;

import dev.inkling.image.Raster;
import java.util.List;
import java.util.Locale;

/**
 * Describes a picture by its layout and by what was recognised in it, in the sentences of {@code docs/describer.md}. The
 * same picture and sightings give the same text on every machine.
 */
public final class SceneDescriber {
    /** Most characters of a name. */
    private static final int LONGEST_NAME = 40;
    /** What a sentence with a name is read back as. */
    private static final Layout.Area EXAMPLE = new Layout.Area(Extent.SMALL, ColourName.BLACK, Place.CENTER);

    private SceneDescriber() {}

    /**
     * Describes a picture.
     *
     * <p>Of a name, at most the last three words before its first comma are said, letters only; fewer where a word of it
     * would be read as a colour, a size or a place. Sightings with nothing left are passed over.
     *
     * @param scene    what was recognised
     * @param maxWords most words, at least 1
     */
    public static String describe(Raster picture, Scene scene, int maxWords) {
        if (maxWords < 1) {
            throw new IllegalArgumentException("maxWords " + maxWords + " is less than 1");
        }
        return LayoutWriter.write(layout(picture, scene), maxWords);
    }

    /** The layout of a picture, most important area first. */
    static Layout layout(Raster picture, Scene scene) {
        Thumbnail thumbnail = Thumbnail.of(picture);
        Impression impression = new Impression(thumbnail);
        List<Sighting> named = scene.sightings().stream()
                .map(sighting -> new Sighting(sayable(sighting.name()), sighting.score(), sighting.where()))
                .filter(sighting -> !sighting.name().isEmpty())
                .toList();
        return new Layout(
                impression.brightness(), impression.detail(), impression.traits(), sayable(scene.subject()),
                AreaRanking.of(Segmentation.of(thumbnail), Party.of(named)));
    }

    /** What of a name can be said without being taken for something else; empty when nothing can. */
    static String sayable(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceFirst(",.*", "").replaceAll("[^\\p{L}]+", " ").strip();
        while (!words.isEmpty() && !(isShort(words) && isUnderstood(words))) {
            words = words.contains(" ") ? words.substring(words.indexOf(' ') + 1) : "";
        }
        return words;
    }

    private static boolean isShort(String name) {
        return name.length() <= LONGEST_NAME && name.split(" ").length <= 3;
    }

    private static boolean isUnderstood(String name) {
        for (int count = 1; count <= 2; count++) {
            Layout.Area area = new Layout.Area(
                    EXAMPLE.extent(), EXAMPLE.colour(), EXAMPLE.place(), new Things(count, name));
            Layout layout = new Layout(null, null, List.of(), List.of(area));
            Layout expected = new Layout(null, null, List.of(), List.of(EXAMPLE));
            if (!LayoutText.parse(LayoutWriter.write(layout, 40)).equals(expected)) {
                return false;
            }
        }
        return true;
    }
}
