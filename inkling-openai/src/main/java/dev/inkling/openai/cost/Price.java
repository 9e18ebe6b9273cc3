package dev.inkling.openai.cost;

/**
 * What one model costs, in US dollars.
 *
 * @param textIn   for a million tokens of text sent
 * @param imageIn  for a million tokens of pictures sent
 * @param textOut  for a million tokens of text received
 * @param imageOut for a million tokens of pictures received
 * @param image    for each picture received, whatever its tokens
 */
record Price(double textIn, double imageIn, double textOut, double imageOut, double image) {
    static final Price FREE = new Price(0, 0, 0, 0, 0);

    Price {
        if (!(textIn >= 0 && imageIn >= 0 && textOut >= 0 && imageOut >= 0 && image >= 0)) {
            throw new IllegalArgumentException("a price below 0");
        }
    }

    double of(Usage usage) {
        return (textIn * usage.textIn() + imageIn * usage.imageIn() + textOut * usage.textOut()
                        + imageOut * usage.imageOut()) / 1e6
                + image * usage.images();
    }
}
