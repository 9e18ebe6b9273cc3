package dev.inkling.classical;

import dev.inkling.classical.Layout.Area;

/** Things that prose often names, with the colour, size and place that they most often have in photographs. */
enum Noun implements Phrase {
    SKY("sky", Extent.HUGE, ColourName.SKY_BLUE, Place.ACROSS_TOP),
    CLOUD("cloud", Extent.MEDIUM, ColourName.WHITE, Place.TOP),
    SUN("sun", Extent.SMALL, ColourName.PALE_YELLOW, Place.TOP_RIGHT),
    SUNSET("sunset", Extent.LARGE, ColourName.ORANGE, Place.ACROSS_TOP),
    MOON("moon", Extent.SMALL, ColourName.CREAM, Place.TOP_RIGHT),
    NIGHT("night", Extent.HUGE, ColourName.NAVY, Place.WHOLE),
    FOG("fog", Extent.HUGE, ColourName.PALE_GRAY, Place.WHOLE),
    SEA("sea", Extent.LARGE, ColourName.DARK_BLUE, Place.ACROSS_BOTTOM),
    OCEAN("ocean", Extent.LARGE, ColourName.DARK_BLUE, Place.ACROSS_BOTTOM),
    WATER("water", Extent.LARGE, ColourName.GRAY_BLUE, Place.ACROSS_BOTTOM),
    RIVER("river", Extent.MEDIUM, ColourName.GRAY_BLUE, Place.ACROSS_BOTTOM),
    LAKE("lake", Extent.LARGE, ColourName.GRAY_BLUE, Place.ACROSS_BOTTOM),
    BEACH("beach", Extent.LARGE, ColourName.BEIGE, Place.ACROSS_BOTTOM),
    SAND("sand", Extent.LARGE, ColourName.BEIGE, Place.ACROSS_BOTTOM),
    GRASS("grass", Extent.LARGE, ColourName.GREEN, Place.ACROSS_BOTTOM),
    LAWN("lawn", Extent.LARGE, ColourName.GREEN, Place.ACROSS_BOTTOM),
    FIELD("field", Extent.LARGE, ColourName.OLIVE, Place.ACROSS_BOTTOM),
    MEADOW("meadow", Extent.LARGE, ColourName.GREEN, Place.ACROSS_BOTTOM),
    TREE("tree", Extent.MEDIUM, ColourName.DARK_GREEN, Place.RIGHT_SIDE),
    FOREST("forest", Extent.LARGE, ColourName.DARK_GREEN, Place.ACROSS_MIDDLE),
    LEAF("leaf", Extent.MEDIUM, ColourName.GREEN, Place.CENTER),
    MOUNTAIN("mountain", Extent.LARGE, ColourName.SLATE, Place.ACROSS_MIDDLE),
    HILL("hill", Extent.MEDIUM, ColourName.DARK_OLIVE, Place.ACROSS_MIDDLE),
    SNOW("snow", Extent.LARGE, ColourName.WHITE, Place.ACROSS_BOTTOM),
    ROCK("rock", Extent.MEDIUM, ColourName.GRAY_BROWN, Place.BOTTOM),
    ROAD("road", Extent.MEDIUM, ColourName.DARK_GRAY, Place.BOTTOM),
    STREET("street", Extent.MEDIUM, ColourName.DARK_GRAY, Place.BOTTOM),
    WALL("wall", Extent.HUGE, ColourName.PALE_GRAY, Place.WHOLE),
    BUILDING("building", Extent.LARGE, ColourName.GRAY_BROWN, Place.CENTER),
    HOUSE("house", Extent.MEDIUM, ColourName.TAN, Place.CENTER),
    ROOF("roof", Extent.SMALL, ColourName.RUST, Place.CENTER),
    WINDOW("window", Extent.SMALL, ColourName.PALE_BLUE, Place.CENTER),
    FLOOR("floor", Extent.LARGE, ColourName.GRAY_BROWN, Place.ACROSS_BOTTOM),
    CEILING("ceiling", Extent.MEDIUM, ColourName.WHITE, Place.ACROSS_TOP),
    TABLE("table", Extent.LARGE, ColourName.BROWN, Place.ACROSS_BOTTOM),
    WOOD("wood", Extent.LARGE, ColourName.BROWN, Place.ACROSS_BOTTOM),
    FLOWER("flower", Extent.SMALL, ColourName.DARK_PINK, Place.CENTER),
    FIRE("fire", Extent.MEDIUM, ColourName.ORANGE, Place.CENTER),
    FACE("face", Extent.MEDIUM, ColourName.PEACH, Place.CENTER),
    HAIR("hair", Extent.SMALL, ColourName.DARK_BROWN, Place.TOP),
    PERSON("person", Extent.MEDIUM, ColourName.TAN, Place.CENTER),
    MAN("man", Extent.MEDIUM, ColourName.TAN, Place.CENTER),
    WOMAN("woman", Extent.MEDIUM, ColourName.PEACH, Place.CENTER),
    DOG("dog", Extent.MEDIUM, ColourName.TAN, Place.CENTER),
    CAT("cat", Extent.MEDIUM, ColourName.GRAY_BROWN, Place.CENTER);

    private final String words;
    private final Area typical;

    Noun(String words, Extent extent, ColourName colour, Place place) {
        this.words = words;
        this.typical = new Area(extent, colour, place);
    }

    @Override
    public String words() {
        return words;
    }

    Area typical() {
        return typical;
    }
}
