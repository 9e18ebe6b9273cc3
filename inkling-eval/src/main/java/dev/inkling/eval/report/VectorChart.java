package dev.inkling.eval.report;

import dev.inkling.eval.vector.VectorComparison.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The chart of a comparison of vector coders: mean cosine over mean bytes. */
public final class VectorChart {
    private VectorChart() {}

    /**
     * The bytes of a PNG.
     *
     * @param rows      one for each coder and rate
     * @param dimension of the vectors, for the curve of the bound
     */
    public static byte[] png(List<Row> rows, int dimension) throws IOException {
        List<Chart.Curve> curves = new ArrayList<>();
        for (String codec : rows.stream().map(Row::codec).distinct().toList()) {
            List<Chart.Point> points =
                    rows.stream().filter(row -> row.codec().equals(codec)).map(VectorChart::point).toList();
            curves.add(new Chart.Curve(codec, curves.size(), points));
        }
        double[] bytes = rows.stream().mapToDouble(Row::bytes).toArray();
        double[] cosines = rows.stream().mapToDouble(Row::cosine).toArray();
        curves.add(bound(curves.size(), bytes, dimension));
        return PngChart.of(new Chart(
                "cosine after decoding, " + dimension + " dimensions (higher is better)", curves,
                Axis.logarithmic(bytes), Axis.linear(cosines)));
    }

    private static Chart.Point point(Row row) {
        return new Chart.Point(
                row.bytes(), row.cosine(), String.format(Locale.ROOT, "%s: %.1f bytes", row.codec(), row.bytes()));
    }

    /** What no coder of Gaussian directions can do better. */
    private static Chart.Curve bound(int place, double[] bytes, int dimension) {
        List<Chart.Point> points = new ArrayList<>();
        for (double length : bytes) {
            double rate = Byte.SIZE * length / dimension;
            points.add(new Chart.Point(length, Math.sqrt(1 - Math.pow(4, -rate)), "bound"));
        }
        points.sort((a, b) -> Double.compare(a.bytes(), b.bytes()));
        return new Chart.Curve("bound for Gaussian directions", place, points);
    }
}
