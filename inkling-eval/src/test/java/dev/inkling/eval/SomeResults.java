package dev.inkling.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Results without a run. */
final class SomeResults {
    private static final Setup SETUP = new Setup("inkling eval x", "1", "ab", "17", "Linux", 2, "2026-01-01T00:00:00Z");
    private static final List<Results.MetricFacts> METRICS = List.of(new Results.MetricFacts("psnr", true, ""));

    private SomeResults() {}

    /** One codec, one budget, a picture for each value. */
    static Results of(double... psnr) {
        List<Results.PictureFacts> pictures = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < psnr.length; i++) {
            pictures.add(new Results.PictureFacts("p" + i, "hash" + i, 10, 10));
            measurements.add(measurement("p" + i, 100 + i, psnr[i]));
        }
        return of(pictures, measurements);
    }

    static Results of(List<Results.PictureFacts> pictures, List<Measurement> measurements) {
        List<Results.CodecFacts> codecs = List.of(new Results.CodecFacts("gray", "gray 1"));
        List<Mean> means = Mean.all(codecs, List.of(200), METRICS, measurements);
        return new Results(
                Results.SCHEMA, SETUP, METRICS, codecs, List.of(200), pictures, means,
                BdRateRow.all(codecs, METRICS, means), List.of(), measurements);
    }

    static Measurement measurement(String picture, long bytes, double psnr) {
        return new Measurement(
                picture, "gray", 200, bytes, 0.08 * bytes, 8e4 * bytes, Map.of("gray", 8 * bytes), "", 0.1, 0.2,
                Map.of("psnr", psnr), Map.of(), "");
    }

    static Measurement failure(String picture) {
        return new Measurement(picture, "gray", 200, 0, 0, 0, Map.of(), "", 0, 0, Map.of(), Map.of(), "no \"room\", sorry");
    }
}
