package dev.inkling.classical;

/** How much of the picture an area covers. */
enum Extent implements Phrase {
    SMALL("small", 0.035),
    MEDIUM("medium", 0.1),
    LARGE("large", 0.22),
    HUGE("huge", 0.45);

    private final String words;
    private final double share;

    Extent(String words, double share) {
        this.words = words;
        this.share = share;
    }

    /** @param share part of the picture's area, 0 to 1 */
    static Extent of(double share) {
        if (share < 0.06) {
            return SMALL;
        }
        if (share < 0.15) {
            return MEDIUM;
        }
        return share < 0.33 ? LARGE : HUGE;
    }

    @Override
    public String words() {
        return words;
    }

    /** A typical part of the picture's area, 0 to 1. */
    double share() {
        return share;
    }
}
