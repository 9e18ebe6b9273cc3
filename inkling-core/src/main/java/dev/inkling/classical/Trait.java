package dev.inkling.classical;

/** A property of a picture as a whole that is said only where it is clear. */
enum Trait implements Phrase {
    HIGH_CONTRAST("high contrast"),
    LOW_CONTRAST("low contrast"),
    HIGH_HORIZON("a high horizon"),
    MIDDLE_HORIZON("a middle horizon"),
    LOW_HORIZON("a low horizon"),
    SYMMETRY("left right symmetry");

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
