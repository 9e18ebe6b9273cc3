package dev.inkling.openai.cost;

/**
 * What a call used, as the service counts it.
 *
 * @param textIn   tokens of text sent
 * @param imageIn  tokens of pictures sent, where the service counts them apart; otherwise they are text
 * @param textOut  tokens of text received, reasoning included
 * @param imageOut tokens of pictures received
 * @param images   pictures received, for models with a price for each
 */
public record Usage(long textIn, long imageIn, long textOut, long imageOut, int images) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    public Usage {
        if (textIn < 0 || imageIn < 0 || textOut < 0 || imageOut < 0 || images < 0) {
            throw new IllegalArgumentException("a usage below 0");
        }
    }

    /** Both together. */
    public Usage plus(Usage other) {
        return new Usage(
                textIn + other.textIn, imageIn + other.imageIn, textOut + other.textOut, imageOut + other.imageOut,
                images + other.images);
    }

    /** Tokens sent. */
    public long in() {
        return textIn + imageIn;
    }

    /** Tokens received. */
    public long out() {
        return textOut + imageOut;
    }
}
