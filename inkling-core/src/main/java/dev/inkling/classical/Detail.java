package dev.inkling.classical;

/** How much lightness changes from each point to the next. */
enum Detail implements Phrase {
    SMOOTH("smooth"),
    TEXTURED("textured"),
    BUSY("busy");

    private final String words;

    Detail(String words) {
        this.words = words;
    }

    /** @param step mean change of CIELAB lightness between neighbours of a copy of 48 pixels */
    static Detail of(double step) {
        if (step < 3.5) {
            return SMOOTH;
        }
        return step < 7 ? TEXTURED : BUSY;
    }

    @Override
    public String words() {
        return words;
    }
}
