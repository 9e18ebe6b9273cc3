package dev.inkling.eval.report;

/** Where things are in a chart, in pixels from the top left. The same on the page and in a picture file. */
final class ChartFrame {
    static final int WIDTH = 560;
    static final int HEIGHT = 380;
    static final int LEFT = 62;
    static final int RIGHT = 540;
    static final int TOP = 34;
    static final int BOTTOM = 330;

    /** Colours of the codecs by place, distinct also to most who see few colours (Okabe, Ito 2008). */
    private static final String[] COLOURS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a6d3b", "#7f7f7f"
    };

    private ChartFrame() {}

    static double x(Axis axis, double value) {
        return LEFT + axis.at(value) * (RIGHT - LEFT);
    }

    static double y(Axis axis, double value) {
        return BOTTOM - axis.at(value) * (BOTTOM - TOP);
    }

    static String colour(int place) {
        return COLOURS[place % COLOURS.length];
    }
}
