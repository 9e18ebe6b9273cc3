package dev.inkling.eval.report;

import static dev.inkling.eval.report.ChartFrame.BOTTOM;
import static dev.inkling.eval.report.ChartFrame.LEFT;
import static dev.inkling.eval.report.ChartFrame.RIGHT;
import static dev.inkling.eval.report.ChartFrame.TOP;

import java.util.Locale;
import java.util.stream.Collectors;

/** A chart as an element of the page, whose style sheet gives the colours of light and dark. */
final class SvgChart {
    private final Chart chart;
    private final StringBuilder svg = new StringBuilder();

    private SvgChart(Chart chart) {
        this.chart = chart;
    }

    static String of(Chart chart) {
        return new SvgChart(chart).draw();
    }

    private String draw() {
        append("<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\">\n", ChartFrame.WIDTH, ChartFrame.HEIGHT);
        append("<title>%s</title>\n", Html.escape(chart.title()));
        append("<text class=\"title\" x=\"%d\" y=\"20\">%s</text>\n", LEFT, Html.escape(chart.title()));
        chart.score().ticks().forEach(this::scoreTick);
        chart.bytes().ticks().forEach(this::bytesTick);
        append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">mean bytes of a file</text>\n",
                (LEFT + RIGHT) / 2, BOTTOM + 40);
        chart.curves().forEach(this::curve);
        return svg.append("</svg>\n").toString();
    }

    private void scoreTick(double tick) {
        double y = ChartFrame.y(chart.score(), tick);
        append("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, RIGHT);
        append("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n", LEFT - 7, y + 4, Axis.label(tick));
    }

    private void bytesTick(double tick) {
        double x = ChartFrame.x(chart.bytes(), tick);
        append("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, TOP, BOTTOM);
        append("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", x, BOTTOM + 18, Axis.label(tick));
    }

    private void curve(Chart.Curve curve) {
        String line = curve.points().stream().map(this::place).collect(Collectors.joining(" "));
        append("<g style=\"--codec:%s\"><polyline points=\"%s\"/>", ChartFrame.colour(curve.place()), line);
        for (Chart.Point point : curve.points()) {
            append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\"><title>%s</title></circle>",
                    ChartFrame.x(chart.bytes(), point.bytes()), ChartFrame.y(chart.score(), point.score()),
                    Html.escape(point.label()));
        }
        svg.append("</g>\n");
    }

    private String place(Chart.Point point) {
        return String.format(
                Locale.ROOT, "%.1f,%.1f", ChartFrame.x(chart.bytes(), point.bytes()),
                ChartFrame.y(chart.score(), point.score()));
    }

    private void append(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
