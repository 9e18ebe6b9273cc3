package dev.inkling;

/** The kinds of layer a file may hold. The wire ids are part of the format and never change. */
public enum LayerType {
    TEXT(0, "text"),
    PICTURE(1, "picture"),
    VECTOR(2, "vector"),
    SKETCH(3, "sketch");

    private final int wireId;
    private final String label;

    LayerType(int wireId, String label) {
        this.wireId = wireId;
        this.label = label;
    }

    /** Bit number of this layer in the header's layer set; layers follow each other in the file in this order. */
    public int wireId() {
        return wireId;
    }

    /** Lower-case name, as reports and messages use it. */
    public String label() {
        return label;
    }
}
