package dev.inkling.codec;

import dev.inkling.Embedding;

/** The file cannot be as small as asked: says what the smallest is. */
public final class BudgetTooSmallException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int smallest;

    BudgetTooSmallException(int asked, int smallest, String profile) {
        super("a " + profile + " file of this picture takes at least " + smallest + " bytes, but at most " + asked
                + " are allowed");
        this.smallest = smallest;
    }

    BudgetTooSmallException(int asked, int smallest, Embedding vector) {
        super("a file of " + vector + " takes at least " + smallest + " bytes, but at most " + asked + " are allowed");
        this.smallest = smallest;
    }

    /** Length of the smallest file possible, in bytes. */
    public int smallest() {
        return smallest;
    }
}
