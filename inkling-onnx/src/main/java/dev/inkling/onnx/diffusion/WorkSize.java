package dev.inkling.onnx.diffusion;

import dev.inkling.image.ImageSize;

/** The size at which a model makes a picture: the shape wanted, the area it was trained on. */
final class WorkSize {
    /** U-Nets halve their latents three times, and these are an eighth of the picture. */
    private static final int MULTIPLE = 64;

    private WorkSize() {}

    /**
     * @param wanted size of the picture
     * @param side   of the square pictures that the model was trained on, a multiple of 64
     * @return sides that are multiples of 64 and have nearly the same ratio, and an area near that of the square
     */
    static ImageSize of(ImageSize wanted, int side) {
        double ratio = StrictMath.sqrt((double) wanted.width() / wanted.height());
        int longest = side / MULTIPLE * side;
        return new ImageSize(rounded(side * ratio, longest), rounded(side / ratio, longest));
    }

    private static int rounded(double side, int longest) {
        return Math.max(MULTIPLE, Math.min(longest, (int) Math.rint(side / MULTIPLE) * MULTIPLE));
    }
}
