package dev.inkling.classical;

/** Where an area lies. Centres are fractions of the picture's width and height, from the top left. */
enum Place implements Phrase {
    WHOLE("over the whole picture", 0.5, 0.5),
    ACROSS_TOP("across the top", 0.5, 0),
    TOP_LEFT("at the top left", 0.18, 0.18),
    TOP("at the top", 0.5, 0.17),
    TOP_RIGHT("at the top right", 0.82, 0.18),
    ACROSS_MIDDLE("across the middle", 0.5, 0.5),
    LEFT_SIDE("down the left", 0, 0.5),
    LEFT("on the left", 0.18, 0.5),
    MIDDLE_COLUMN("down the middle", 0.5, 0.5),
    CENTER("in the center", 0.5, 0.5),
    RIGHT("on the right", 0.82, 0.5),
    RIGHT_SIDE("down the right", 1, 0.5),
    BOTTOM_LEFT("at the bottom left", 0.18, 0.82),
    BOTTOM("at the bottom", 0.5, 0.83),
    BOTTOM_RIGHT("at the bottom right", 0.82, 0.82),
    ACROSS_BOTTOM("across the bottom", 0.5, 1);

    /** How an area at a place is drawn out. */
    enum Shape {
        /** About as wide as high. */
        PATCH,
        /** From the left edge to the right one. */
        BAND,
        /** From the top edge to the bottom one. */
        COLUMN,
        /** Everywhere. */
        GROUND
    }

    private static final Place[][] CELLS = {
        {TOP_LEFT, TOP, TOP_RIGHT}, {LEFT, CENTER, RIGHT}, {BOTTOM_LEFT, BOTTOM, BOTTOM_RIGHT}
    };
    private static final Place[] BANDS = {ACROSS_TOP, ACROSS_MIDDLE, ACROSS_BOTTOM};
    private static final Place[] COLUMNS = {LEFT_SIDE, MIDDLE_COLUMN, RIGHT_SIDE};

    private final String words;
    private final double x;
    private final double y;

    Place(String words, double x, double y) {
        this.words = words;
        this.x = x;
        this.y = y;
    }

    /** The patch whose third of the picture the point ({@code x}, {@code y}) lies in. */
    static Place patchAt(double x, double y) {
        return CELLS[third(y)][third(x)];
    }

    static Place bandAt(double y) {
        return BANDS[third(y)];
    }

    static Place columnAt(double x) {
        return COLUMNS[third(x)];
    }

    private static int third(double position) {
        return position < 0.37 ? 0 : position > 0.63 ? 2 : 1;
    }

    @Override
    public String words() {
        return words;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    Shape shape() {
        return switch (this) {
            case WHOLE -> Shape.GROUND;
            case ACROSS_TOP, ACROSS_MIDDLE, ACROSS_BOTTOM -> Shape.BAND;
            case LEFT_SIDE, MIDDLE_COLUMN, RIGHT_SIDE -> Shape.COLUMN;
            default -> Shape.PATCH;
        };
    }
}
