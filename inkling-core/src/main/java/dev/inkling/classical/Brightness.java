package dev.inkling.classical;

/** The lightness of a picture as a whole. */
enum Brightness implements Phrase {
    DARK("dark", 0x2c2c2c),
    DIM("dim", 0x5a5a5a),
    BRIGHT("bright", 0x929292),
    PALE("pale", 0xd0d0d0);

    private final String words;
    private final int rgb;

    Brightness(String words, int rgb) {
        this.words = words;
        this.rgb = rgb;
    }

    /** @param lightness mean CIELAB lightness, 0 to 100 */
    static Brightness of(double lightness) {
        if (lightness < 28) {
            return DARK;
        }
        if (lightness < 46) {
            return DIM;
        }
        return lightness < 70 ? BRIGHT : PALE;
    }

    @Override
    public String words() {
        return words;
    }

    /** A gray of about this brightness, sRGB as {@code 0xRRGGBB}. */
    int rgb() {
        return rgb;
    }
}
