package dev.inkling.eval.report;

import static dev.inkling.eval.report.ChartFrame.BOTTOM;
import static dev.inkling.eval.report.ChartFrame.LEFT;
import static dev.inkling.eval.report.ChartFrame.RIGHT;
import static dev.inkling.eval.report.ChartFrame.TOP;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A chart as a picture file, dark on white, at twice the size of the page's. */
final class PngChart {
    private static final int SCALE = 2;
    private static final int LEGEND_STEP = 18;

    private final Chart chart;
    private final Graphics2D graphics;

    private PngChart(Chart chart, Graphics2D graphics) {
        this.chart = chart;
        this.graphics = graphics;
    }

    /** The bytes of a PNG. */
    static byte[] of(Chart chart) throws IOException {
        int height = ChartFrame.HEIGHT + LEGEND_STEP * (chart.curves().size() + 1);
        BufferedImage image =
                new BufferedImage(SCALE * ChartFrame.WIDTH, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(SCALE, SCALE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, ChartFrame.WIDTH, height);
        new PngChart(chart, graphics).draw();
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private void draw() {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        graphics.setColor(Color.BLACK);
        graphics.drawString(chart.title(), LEFT, 20);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        chart.score().ticks().forEach(this::scoreTick);
        chart.bytes().ticks().forEach(this::bytesTick);
        centred("mean bytes of a file", (LEFT + RIGHT) / 2.0, BOTTOM + 40);
        for (int i = 0; i < chart.curves().size(); i++) {
            curve(chart.curves().get(i));
            legend(chart.curves().get(i), ChartFrame.HEIGHT + LEGEND_STEP * (i + 1));
        }
    }

    private void scoreTick(double tick) {
        double y = ChartFrame.y(chart.score(), tick);
        grid(LEFT, y, RIGHT, y);
        String label = Axis.label(tick);
        graphics.drawString(
                label, (float) (LEFT - 7 - graphics.getFontMetrics().stringWidth(label)), (float) y + 4);
    }

    private void bytesTick(double tick) {
        double x = ChartFrame.x(chart.bytes(), tick);
        grid(x, TOP, x, BOTTOM);
        centred(Axis.label(tick), x, BOTTOM + 18);
    }

    private void grid(double x1, double y1, double x2, double y2) {
        graphics.setColor(new Color(0xdddddd));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
        graphics.setColor(Color.DARK_GRAY);
    }

    private void centred(String text, double x, double y) {
        double half = graphics.getFontMetrics().stringWidth(text) / 2.0;
        graphics.drawString(text, (float) (x - half), (float) y);
    }

    private void curve(Chart.Curve curve) {
        graphics.setColor(Color.decode(ChartFrame.colour(curve.place())));
        graphics.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        for (Chart.Point point : curve.points()) {
            double x = ChartFrame.x(chart.bytes(), point.bytes());
            double y = ChartFrame.y(chart.score(), point.score());
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
            graphics.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
        }
        graphics.draw(line);
    }

    private void legend(Chart.Curve curve, int y) {
        graphics.setColor(Color.decode(ChartFrame.colour(curve.place())));
        graphics.fillRect(LEFT, y - 9, 22, 4);
        graphics.setColor(Color.DARK_GRAY);
        graphics.drawString(curve.codec(), LEFT + 30, y - 3);
    }
}
