package dev.inkling.openai;

/**
 * How long to go on mending a picture.
 *
 * @param rounds    most changes, 1 to 20
 * @param keepsBest whether changes that do not score better are dropped and end it
 */
public record Reflection(int rounds, boolean keepsBest) {
    private static final int MOST_ROUNDS = 20;
    private static final int AUTOMATIC_ROUNDS = 6;

    public Reflection {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("rounds must be 1 to " + MOST_ROUNDS + ", found " + rounds);
        }
    }

    /** A fixed number of changes, as published. */
    public static Reflection fixed(int rounds) {
        return new Reflection(rounds, false);
    }

    /** Until nothing gets better, and never worse. */
    public static Reflection automatic() {
        return new Reflection(AUTOMATIC_ROUNDS, true);
    }
}
