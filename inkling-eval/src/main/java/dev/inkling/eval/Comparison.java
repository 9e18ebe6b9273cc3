package dev.inkling.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Compares two results picture by picture. Confidence intervals are percentiles of the mean difference over pictures
 * drawn again with replacement (Efron, Tibshirani 1993, §13.3); the draws are seeded, so that they come out the same.
 */
public final class Comparison {
    private static final int RESAMPLES = 10_000;
    private static final double CONFIDENCE = 0.95;
    private static final long SEED = 20_010_101;

    private Comparison() {}

    /**
     * A mean difference.
     *
     * @param codec    name of the codec
     * @param maxBytes the budget
     * @param measure  {@code bytes}, or the name of a metric
     * @param pictures how many pairs it is over
     * @param before   mean of the first results over these pictures
     * @param mean     mean of second minus first
     * @param low      lower end of the confidence interval of {@code mean}
     * @param high     its upper end
     */
    public record Difference(
            String codec, int maxBytes, String measure, int pictures, double before, double mean, double low,
            double high) {
        /** Whether the interval leaves out 0. */
        public boolean isSignificant() {
            return low > 0 || high < 0;
        }
    }

    /** The pictures that two results share, by content, codec and budget; those that failed in either are left out. */
    private record Cell(String codec, int maxBytes, String measure) {}

    /**
     * @return by codec, budget and measure, in the order of the first results; empty when nothing is shared
     */
    public static List<Difference> of(Results before, Results after) {
        Map<String, Measurement> later = new LinkedHashMap<>();
        after.measurements().forEach(one -> later.put(pairKey(after, one), one));
        Map<Cell, List<double[]>> pairs = new LinkedHashMap<>();
        for (Measurement one : before.measurements()) {
            Measurement other = later.get(pairKey(before, one));
            if (other != null && one.complete() && other.complete()) {
                addPairs(one, other, pairs);
            }
        }
        List<Difference> differences = new ArrayList<>();
        pairs.forEach((cell, values) -> differences.add(difference(cell, values)));
        return differences;
    }

    private static String pairKey(Results results, Measurement one) {
        String sha256 = results.pictures().stream()
                .filter(picture -> picture.name().equals(one.picture()))
                .map(Results.PictureFacts::sha256)
                .findFirst()
                .orElse("");
        return sha256 + " " + one.maxBytes() + " " + one.codec();
    }

    private static void addPairs(Measurement one, Measurement other, Map<Cell, List<double[]>> pairs) {
        add(one, "bytes", one.bytes(), other.bytes(), pairs);
        one.metrics().forEach((name, value) -> {
            if (other.metrics().containsKey(name)) {
                add(one, name, value, other.metrics().get(name), pairs);
            }
        });
    }

    private static void add(
            Measurement one, String measure, double first, double second, Map<Cell, List<double[]>> pairs) {
        pairs.computeIfAbsent(new Cell(one.codec(), one.maxBytes(), measure), cell -> new ArrayList<>())
                .add(new double[] {first, second});
    }

    private static Difference difference(Cell cell, List<double[]> pairs) {
        double[] differences = pairs.stream().mapToDouble(pair -> pair[1] - pair[0]).toArray();
        double before = pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(0);
        double mean = Arrays.stream(differences).average().orElse(0);
        double[] means = resampledMeans(differences);
        int tail = (int) (RESAMPLES * (1 - CONFIDENCE) / 2);
        return new Difference(
                cell.codec, cell.maxBytes, cell.measure, differences.length, before, mean, means[tail],
                means[RESAMPLES - 1 - tail]);
    }

    /** In ascending order. */
    private static double[] resampledMeans(double[] values) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < values.length; j++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        return means;
    }
}
