package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.classical.Scene;
import dev.inkling.classical.Sighting;
import dev.inkling.image.Lab;
import dev.inkling.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A network that says of each part of a picture what it shows, such as sky, floor or wall: to {@code 1 x kinds x h x w}
 * scores of any size, or {@code 1 x h x w} numbers of kinds.
 */
final class Segmenter implements VisionNetwork {
    /** Regions that are smaller, as a part of the picture, are mostly mistakes at borders. */
    private static final double LEAST_SHARE = 0.02;
    /** What stands for no kind at all. */
    private static final Set<String> NOTHING = Set.of("other", "background", "unlabeled", "unknown", "void");

    private final VisionModel model;

    /** @param model is closed with this */
    Segmenter(VisionModel model) {
        this.model = model;
    }

    @Override
    public Scene look(Raster picture) throws ProviderException {
        LabelMap map = LabelMap.of(model.run(picture), model);
        RegionStatistics[] regions = new RegionStatistics[model.names().size()];
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                double atX = (x + 0.5) / map.width();
                double atY = (y + 0.5) / map.height();
                Lab colour = Lab.ofRgb(picture.rgb((int) (atX * picture.width()), (int) (atY * picture.height())));
                int kind = map.kind(x, y);
                if (regions[kind] == null) {
                    regions[kind] = new RegionStatistics();
                }
                regions[kind].add(atX, atY, colour, map.score(x, y));
            }
        }
        return new Scene(sightings(regions, map.width() * map.height()), "");
    }

    private List<Sighting> sightings(RegionStatistics[] regions, int cells) {
        List<Sighting> sightings = new ArrayList<>();
        for (int kind = 0; kind < regions.length; kind++) {
            String name = model.names().get(kind);
            boolean isKind = !NOTHING.contains(name.toLowerCase(Locale.ROOT).strip());
            if (isKind && regions[kind] != null && regions[kind].count() >= LEAST_SHARE * cells) {
                sightings.add(new Sighting(name, regions[kind].score(), regions[kind].segment(cells)));
            }
        }
        return sightings;
    }

    @Override
    public String identity() {
        return model.identity();
    }

    @Override
    public void close() throws ProviderException {
        model.close();
    }
}
