package dev.inkling.eval;

import dev.inkling.image.PictureFormat;
import dev.inkling.image.PictureWriter;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The small JPEG copies of pictures that reports show. They are for looking; nothing is measured on them. */
public final class GalleryPicture {
    /** Longest side in pixels: a page of 24 pictures, 4 budgets and 3 codecs has 300 of them. */
    private static final int LONGEST_SIDE = 512;

    private GalleryPicture() {}

    /** The bytes of a JPEG. */
    public static byte[] of(Raster picture) throws IOException {
        Raster small = picture.size().longSide() <= LONGEST_SIDE
                ? picture
                : Resampler.resize(picture, picture.size().scaledTo(LONGEST_SIDE), Kernel.LANCZOS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            PictureWriter.write(small, PictureFormat.JPEG, out);
        }
        return bytes.toByteArray();
    }
}
