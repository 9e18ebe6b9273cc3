package dev.inkling.classical;

import dev.inkling.image.Lab;

/**
 * The colours that a description may name. Each stands for one sRGB colour; a colour of a picture gets the name that is
 * nearest in CIELAB. The words are the usual ones (Berlin and Kay's eleven basic terms and common names beside them),
 * with the lightness folded in.
 */
enum ColourName implements Phrase {
    BLACK("black", 0x0e0e0e),
    CHARCOAL("charcoal", 0x333333),
    DARK_GRAY("dark gray", 0x555555),
    GRAY("gray", 0x808080),
    PALE_GRAY("pale gray", 0xb4b4b4),
    WHITE("white", 0xf2f2f2),
    DARK_RED("dark red", 0x701418),
    RED("red", 0xc42228),
    RUST("rust", 0x9a4426),
    CORAL("coral", 0xe8755f),
    PINK("pink", 0xe9a3ae),
    PALE_PINK("pale pink", 0xeed0cf),
    DARK_PINK("dark pink", 0xb55072),
    MAGENTA("magenta", 0xc8288c),
    DARK_BROWN("dark brown", 0x3a2718),
    BROWN("brown", 0x74492b),
    GRAY_BROWN("gray brown", 0x72665a),
    TAN("tan", 0xb8935f),
    BEIGE("beige", 0xd8c4a4),
    CREAM("cream", 0xf4ead0),
    ORANGE("orange", 0xe87a22),
    PEACH("peach", 0xf0b48c),
    DARK_ORANGE("dark orange", 0xc85a28),
    GOLD("gold", 0xc99a2c),
    YELLOW("yellow", 0xf2d333),
    PALE_YELLOW("pale yellow", 0xf3e8a0),
    DARK_OLIVE("dark olive", 0x3c3c1e),
    OLIVE("olive", 0x76733a),
    DARK_GREEN("dark green", 0x1e4426),
    GREEN("green", 0x3c8440),
    BRIGHT_GREEN("bright green", 0x72c444),
    PALE_GREEN("pale green", 0xa9cda0),
    GRAY_GREEN("gray green", 0x72806a),
    DARK_TEAL("dark teal", 0x143f42),
    TEAL("teal", 0x1e7f80),
    TURQUOISE("turquoise", 0x58c4be),
    NAVY("navy", 0x151f4e),
    DARK_BLUE("dark blue", 0x203f7e),
    BLUE("blue", 0x2f66c4),
    SKY_BLUE("sky blue", 0x6aabe2),
    PALE_BLUE("pale blue", 0xb3d1e6),
    GRAY_BLUE("gray blue", 0x6f8296),
    SLATE("slate", 0x3b4856),
    DARK_PURPLE("dark purple", 0x3c2248),
    PURPLE("purple", 0x7a3f94),
    LAVENDER("lavender", 0xb7a6d6);

    private static final double VIVIDNESS = 1.2;

    private final String words;
    private final int rgb;
    private final Lab lab;

    ColourName(String words, int rgb) {
        this.words = words;
        this.rgb = rgb;
        this.lab = Lab.ofRgb(rgb);
    }

    /** The name of the mean colour of an area. Means are duller than what one sees, so the chroma is raised first. */
    static ColourName nearest(Lab mean) {
        Lab seen = new Lab(mean.l(), VIVIDNESS * mean.a(), VIVIDNESS * mean.b());
        ColourName best = BLACK;
        for (ColourName name : values()) {
            if (name.lab.squaredDistance(seen) < best.lab.squaredDistance(seen)) {
                best = name;
            }
        }
        return best;
    }

    @Override
    public String words() {
        return words;
    }

    /** The colour it stands for, sRGB as {@code 0xRRGGBB}. */
    int rgb() {
        return rgb;
    }
}
