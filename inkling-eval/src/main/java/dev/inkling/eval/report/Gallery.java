package dev.inkling.eval.report;

import dev.inkling.eval.GalleryPicture;
import dev.inkling.eval.Measurement;
import dev.inkling.eval.Plan;
import dev.inkling.eval.ResultFolder;
import dev.inkling.eval.SourcePicture;
import dev.inkling.eval.Trial.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the script of the page shows: all measurements, and the pictures of the first ones.
 *
 * @param sources data URLs of the originals by name of the picture
 * @param entries the measurements
 */
record Gallery(Map<String, String> sources, List<Entry> entries) {
    /** Keeps a page that a browser can open: some 40 MB. */
    private static final int MOST_PICTURES = 600;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param measurement what was measured
     * @param image       data URL of the reconstruction; empty when it is left out or missing
     */
    record Entry(Measurement measurement, String image) {}

    static Gallery of(Plan plan, List<Outcome> outcomes, ResultFolder folder) throws IOException {
        int each = plan.codecs().size() * plan.budgets().size();
        Map<String, String> sources = new LinkedHashMap<>();
        for (SourcePicture picture : plan.pictures().subList(0, Math.min(plan.pictures().size(), MOST_PICTURES / each + 1))) {
            sources.put(picture.name(), dataUrl(GalleryPicture.of(picture.read())));
        }
        List<Entry> entries = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Path image = folder.galleryPicture(outcome.key());
            boolean shown = outcome.measurement().bytes() > 0
                    && sources.containsKey(outcome.measurement().picture())
                    && Files.exists(image);
            entries.add(new Entry(outcome.measurement(), shown ? dataUrl(Files.readAllBytes(image)) : ""));
        }
        return new Gallery(sources, entries);
    }

    private static String dataUrl(byte[] jpeg) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }

    /** JSON that may stand inside a script element: no text in it can end the element. */
    String json() {
        return JSON.writeValueAsString(this).replace("<", "\\u003c");
    }
}
