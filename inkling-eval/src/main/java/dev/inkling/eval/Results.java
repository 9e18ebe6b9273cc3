package dev.inkling.eval;

import dev.inkling.eval.metrics.Metric;
import java.util.List;
import java.util.Objects;

/**
 * Everything that an evaluation found. Its JSON is described in {@code docs/evaluation.md}.
 *
 * @param schema       {@link #SCHEMA}
 * @param setup        how the results were made
 * @param metrics      what was measured
 * @param codecs       what was tried; the first is the anchor of the BD-rates
 * @param maxBytes     the budgets, ascending
 * @param pictures     what it was tried on
 * @param means        by codec and budget
 * @param bdRates      by codec and metric
 * @param setDistances by codec and budget; empty without an embedder
 * @param measurements by picture, codec and budget
 */
public record Results(
        String schema,
        Setup setup,
        List<MetricFacts> metrics,
        List<CodecFacts> codecs,
        List<Integer> maxBytes,
        List<PictureFacts> pictures,
        List<Mean> means,
        List<BdRateRow> bdRates,
        List<SetDistanceRow> setDistances,
        List<Measurement> measurements) {

    /** Name and version of the JSON's shape; a change that breaks readers gets a new number. */
    public static final String SCHEMA = "inkling-eval/1";

    public Results {
        // Results from before there were any lack them.
        setDistances = Objects.requireNonNullElse(setDistances, List.of());
    }

    /**
     * A metric.
     *
     * @param name           its name
     * @param higherIsBetter its direction
     * @param model          file and SHA-256 of the network behind it; empty when there is none
     */
    public record MetricFacts(String name, boolean higherIsBetter, String model) {
        static MetricFacts of(Metric metric) {
            return new MetricFacts(metric.name(), metric.higherIsBetter(), metric.model());
        }
    }

    /**
     * A codec.
     *
     * @param name     its name
     * @param identity its options, versions and models
     */
    public record CodecFacts(String name, String identity) {
        static CodecFacts of(Codec codec) {
            return new CodecFacts(codec.name(), codec.identity());
        }
    }

    /**
     * A picture.
     *
     * @param name   its name
     * @param sha256 of its file
     * @param width  in pixels
     * @param height in pixels
     */
    public record PictureFacts(String name, String sha256, int width, int height) {
        static PictureFacts of(SourcePicture picture) {
            return new PictureFacts(picture.name(), picture.sha256(), picture.width(), picture.height());
        }
    }

    /** Puts the means and BD-rates to the measurements. */
    public static Results of(
            Setup setup, Plan plan, List<SetDistanceRow> setDistances, List<Measurement> measurements) {
        List<MetricFacts> metrics = plan.metrics().stream().map(MetricFacts::of).toList();
        List<CodecFacts> codecs = plan.codecs().stream().map(CodecFacts::of).toList();
        List<Mean> means = Mean.all(codecs, plan.budgets(), metrics, measurements);
        return new Results(
                SCHEMA, setup, metrics, codecs, plan.budgets(),
                plan.pictures().stream().map(PictureFacts::of).toList(), means,
                BdRateRow.all(codecs, metrics, means), setDistances, measurements);
    }

    /** How many measurements are not complete. */
    public long failures() {
        return measurements.stream().filter(measurement -> !measurement.complete()).count();
    }
}
