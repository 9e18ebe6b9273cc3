package dev.inkling.codec;

/** What an encoder is busy with. The stages may come more than once and follow each other without gaps. */
public enum EncodeStage {
    /** Making a smaller version of the source, which the others look at. */
    SHRINKING("shrinking"),
    /** Making and condensing descriptions. */
    DESCRIBING("describing"),
    /** Coding words. */
    TEXT_LAYER("text layer"),
    /** Making a vector of the source. */
    EMBEDDING("embedding"),
    /** Coding tiny pictures until the best one is found; a part of it goes on beside the two stages before. */
    PICTURE_SEARCH("picture search"),
    /** Finding edges and coding sketches until the best one is found. */
    SKETCH_SEARCH("sketch search"),
    /** Looking at the last candidates through the generator. */
    GENERATOR("generator"),
    /** Coding the vector. */
    VECTOR_LAYER("vector layer");

    private final String label;

    EncodeStage(String label) {
        this.label = label;
    }

    /** Lower-case name, as the command line uses it. */
    public String label() {
        return label;
    }
}
