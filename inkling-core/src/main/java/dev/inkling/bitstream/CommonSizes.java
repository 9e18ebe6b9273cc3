package dev.inkling.bitstream;

import dev.inkling.image.ImageSize;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The picture sizes that have a short code. The order is part of the format. */
final class CommonSizes {
    /** Sizes with a code in the first byte: what papers and cameras use most. */
    static final List<ImageSize> FIRST = List.of(
            new ImageSize(1024, 1024),
            new ImageSize(512, 512),
            new ImageSize(768, 512),
            new ImageSize(512, 768),
            new ImageSize(1920, 1080),
            new ImageSize(4000, 3000));

    /** Landscape sizes with a one-byte code; each is followed by its portrait twin. */
    private static final String LANDSCAPE = "768x512 1920x1080 4000x3000 160x120 320x240 400x300 640x480 800x600 1024x768 "
            + "1152x864 1280x960 1400x1050 1600x1200 2048x1536 2560x1920 2592x1944 3072x2304 3264x2448 3648x2736 "
            + "4032x3024 4096x3072 4160x3120 4608x3456 5184x3888 8000x6000 240x160 384x256 480x320 500x333 500x375 "
            + "600x400 640x425 640x426 640x427 720x480 750x500 800x533 900x600 960x640 1000x667 1024x682 1024x683 "
            + "1080x720 1200x800 1280x853 1440x960 1500x1000 1536x1024 1600x1067 1620x1080 1800x1200 1920x1280 "
            + "2000x1333 2048x1365 2400x1600 3000x2000 3008x2000 3456x2304 3888x2592 4272x2848 4288x2848 4896x3264 "
            + "4928x3264 5184x3456 5472x3648 5616x3744 6000x4000 6016x4016 6720x4480 7360x4912 320x180 426x240 480x270 "
            + "640x360 854x480 960x540 1024x576 1280x720 1366x768 1600x900 2048x1152 2560x1440 3840x2160 5120x2880 "
            + "7680x4320 1280x800 1440x900 1680x1050 1920x1200 2560x1600 1280x1024 1350x1080 1500x1200 2040x1356 "
            + "2040x1536 2048x1080 4096x2160 1920x800 3440x1440 2556x1179 2532x1170 2400x1080 2340x1080";

    private static final int[] SQUARES = {
        1, 2, 4, 8, 16, 32, 64, 96, 128, 160, 192, 224, 256, 300, 320, 384, 400, 448, 480, 500, 600, 640, 720, 768, 800,
        896, 900, 960, 1000, 1080, 1200, 1280, 1440, 1500, 1536, 1600, 1920, 2000, 2048, 2160, 2400, 3000, 3024, 4000,
        4096, 8192, 16384, 32768
    };

    /** Sizes with a one-byte code, by code; at most 256. */
    static final List<ImageSize> TABLE = table();

    private CommonSizes() {}

    private static List<ImageSize> table() {
        Set<ImageSize> sizes = new LinkedHashSet<>();
        for (String entry : LANDSCAPE.split(" ")) {
            int cross = entry.indexOf('x');
            int width = Integer.parseInt(entry.substring(0, cross));
            int height = Integer.parseInt(entry.substring(cross + 1));
            sizes.add(new ImageSize(width, height));
            sizes.add(new ImageSize(height, width));
        }
        for (int side : SQUARES) {
            sizes.add(new ImageSize(side, side));
        }
        FIRST.forEach(sizes::remove);
        return List.copyOf(new ArrayList<>(sizes));
    }
}
