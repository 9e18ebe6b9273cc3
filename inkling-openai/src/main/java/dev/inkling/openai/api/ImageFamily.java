package dev.inkling.openai.api;

import dev.inkling.image.ImageSize;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What image models can do, by the beginning of their names. */
enum ImageFamily {
    /** OpenAI's first multimodal image models: three sizes. */
    GPT_IMAGE_1(true, false, true, sizes(1024, 1024, 1536, 1024, 1024, 1536)),
    /** The later ones: any size in steps of 16 up to a shape of 1:3. */
    GPT_IMAGE(true, false, true, List.of()),
    /** Words only. */
    DALL_E_3(false, true, false, sizes(1024, 1024, 1792, 1024, 1024, 1792)),
    /** Words only: its edits need a mask and paint in holes. */
    DALL_E_2(false, true, false, sizes(1024, 1024)),
    /** Whatever a local server runs. */
    OTHER(true, true, false, List.of());

    /** About the pixels that current models are trained for. */
    private static final double AREA = 1024 * 1024;
    private static final int STEP = 16;
    private static final double MOST_OBLONG = 3;

    private final boolean edits;
    private final boolean choosesFormat;
    private final boolean choosesQuality;
    private final List<ImageSize> sizes;

    ImageFamily(boolean edits, boolean choosesFormat, boolean choosesQuality, List<ImageSize> sizes) {
        this.edits = edits;
        this.choosesFormat = choosesFormat;
        this.choosesQuality = choosesQuality;
        this.sizes = sizes;
    }

    static ImageFamily of(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        if (name.startsWith("gpt-image-1") || name.startsWith("chatgpt-image")) {
            return GPT_IMAGE_1;
        }
        if (name.startsWith("gpt-image")) {
            return GPT_IMAGE;
        }
        if (name.startsWith("dall-e-3")) {
            return DALL_E_3;
        }
        return name.startsWith("dall-e-2") ? DALL_E_2 : OTHER;
    }

    private static List<ImageSize> sizes(int... sides) {
        return IntStream.range(0, sides.length / 2)
                .mapToObj(i -> new ImageSize(sides[2 * i], sides[2 * i + 1]))
                .toList();
    }

    /** Whether it takes pictures to edit. */
    boolean edits() {
        return edits;
    }

    /** Whether it must be told to send the picture itself instead of an address. */
    boolean choosesFormat() {
        return choosesFormat;
    }

    boolean choosesQuality() {
        return choosesQuality;
    }

    /** The size to ask for, of those it makes the nearest in shape. */
    ImageSize nearest(ImageSize wanted) {
        double shape = (double) wanted.width() / wanted.height();
        return sizes.stream()
                .min(Comparator.comparingDouble(
                        size -> Math.abs(StrictMath.log(shape * size.height() / size.width()))))
                .orElseGet(() -> inSteps(Math.max(1 / MOST_OBLONG, Math.min(MOST_OBLONG, shape))));
    }

    private static ImageSize inSteps(double shape) {
        // Rounding up one side and down the other would pass the shape that is allowed.
        int height = STEP * (int) Math.round(Math.sqrt(AREA / shape) / STEP);
        int width = STEP * (int) Math.round(height * shape / STEP);
        width = Math.min(width, (int) MOST_OBLONG * height);
        return new ImageSize(width, Math.max(height, STEP * (int) Math.ceil(width / MOST_OBLONG / STEP)));
    }
}
