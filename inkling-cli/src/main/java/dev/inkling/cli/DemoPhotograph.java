package dev.inkling.cli;

import dev.inkling.image.Raster;
import java.util.List;

/**
 * A photograph and what became of it.
 *
 * @param source    which one
 * @param original  the photograph
 * @param fileBytes length of the file it came in
 * @param results   one for each size asked
 */
record DemoPhotograph(Source source, Raster original, long fileBytes, List<DemoResult> results) {
    /**
     * A bundled photograph; see {@code testdata/images/README.md}.
     *
     * @param fileName its file
     * @param title    what it shows
     * @param credit   who made it, and the licence
     */
    record Source(String fileName, String title, String credit) {}

    static final List<Source> SOURCES = List.of(
            new Source("astronaut.png", "Astronaut", "NASA, public domain"),
            new Source("chelsea.png", "Chelsea the cat", "Stéfan van der Walt, CC0"),
            new Source("coffee.png", "Coffee", "Rachel Michetti, CC0"),
            new Source("rocket.jpg", "Launch at dawn", "SpaceX, CC0"));

    DemoPhotograph {
        results = List.copyOf(results);
    }
}
