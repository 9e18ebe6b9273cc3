package dev.inkling.classical;

/**
 * A thing that was recognised in a picture.
 *
 * @param name  what one such thing is called, any text; see {@link SceneDescriber}
 * @param score how sure that is, over 0 to 1
 * @param where the part of the picture that it covers
 */
public record Sighting(String name, double score, Segment where) {
    /** @throws IllegalArgumentException when the score is outside its range */
    public Sighting {
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " is outside 0 to 1");
        }
    }
}
