package dev.inkling.eval;

import dev.inkling.eval.metrics.Metric;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries one codec on one picture: encodes, writes the file, decodes that file, measures.
 *
 * @param plan   what is measured
 * @param folder where files and results go
 * @param code   SHA-256 of the code, see {@link Plan#code}
 */
public record Trial(Plan plan, ResultFolder folder, String code) {
    /**
     * A measurement and where its reconstruction is.
     *
     * @param key         names the measurement by content
     * @param measurement what was measured
     */
    public record Outcome(String key, Measurement measurement) {}

    List<Outcome> run(SourcePicture picture, Codec codec, Evaluation.Listener listener) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        Opened opened = new Opened(picture, codec);
        for (int maxBytes : plan.budgets()) {
            String key = plan.key(picture, codec, maxBytes, code);
            Optional<Measurement> known = known(key, picture, codec, maxBytes);
            if (known.isPresent()) {
                outcomes.add(new Outcome(key, known.get()));
                listener.skipped();
            } else {
                outcomes.add(new Outcome(key, measured(key, opened, maxBytes)));
                listener.done();
            }
        }
        return outcomes;
    }

    /** What an earlier run measured, when all that it left is still there. */
    private Optional<Measurement> known(String key, SourcePicture picture, Codec codec, int maxBytes)
            throws IOException {
        Optional<Measurement> known = folder.finished(key);
        if (known.isEmpty() || !Files.exists(folder.galleryPicture(key))) {
            return Optional.empty();
        }
        Path kept = folder.kept(picture, codec, maxBytes);
        boolean lost = plan.keep() && !(Files.exists(kept) && Files.size(kept) == known.get().bytes());
        return lost ? Optional.empty() : known;
    }

    /** Failures are not remembered: another run tries again. */
    private Measurement measured(String key, Opened opened, int maxBytes) throws IOException {
        Measurement measurement;
        try {
            measurement = measure(key, opened, maxBytes);
        } catch (IOException | RuntimeException e) {
            // Whatever fails here, such as somebody else's program, must not keep the rest from being measured.
            return Measurement.failed(opened.picture, opened.codec, maxBytes, e);
        }
        if (measurement.complete()) {
            folder.add(key, measurement);
        }
        return measurement;
    }

    private Measurement measure(String key, Opened opened, int maxBytes) throws IOException {
        Codec codec = opened.codec;
        Coded coded = opened.encoding().within(maxBytes);
        Path file = plan.keep()
                ? folder.kept(opened.picture, codec, maxBytes)
                : folder.scratch(key, codec.extension());
        ResultFolder.write(file, coded.file());
        try {
            long start = System.nanoTime();
            Reconstruction reconstruction = codec.decode(file, opened.picture.size());
            double seconds = (System.nanoTime() - start) / 1e9;
            ResultFolder.write(folder.galleryPicture(key), GalleryPicture.of(reconstruction.picture()));
            Map<String, Double> values = new LinkedHashMap<>();
            Set<String> failures = new LinkedHashSet<>();
            plan.metrics().forEach(metric -> add(metric, opened.source, reconstruction, values, failures));
            return Measurement.of(
                    opened.picture, codec, maxBytes, Files.size(file), coded, seconds, values, failures);
        } finally {
            if (!plan.keep()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void add(
            Metric metric, Raster source, Reconstruction reconstruction, Map<String, Double> values,
            Set<String> failures) {
        try {
            values.put(metric.name(), metric.measure(source, reconstruction.picture(), reconstruction.text()));
        } catch (IOException | IllegalArgumentException e) {
            failures.add(metric.name() + ": " + Measurement.reason(e));
        }
    }

    /** A picture that is read when it is needed, and the codec's work on it. */
    private static final class Opened {
        private final SourcePicture picture;
        private final Codec codec;
        private Raster source;
        private Codec.PictureEncoding encoding;

        Opened(SourcePicture picture, Codec codec) {
            this.picture = picture;
            this.codec = codec;
        }

        Codec.PictureEncoding encoding() throws IOException {
            if (encoding == null) {
                source = picture.read();
                encoding = codec.begin(source);
            }
            return encoding;
        }
    }
}
