package dev.inkling.eval.baseline;

import dev.inkling.eval.Codec;
import dev.inkling.eval.Reconstruction;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A format at a small size, and an upscaler. The file holds no size but the thumbnail's: the decoder is told the
 * source's, which is in the format's favour.
 *
 * @param coder        the format
 * @param upscaler     enlarges what it decodes
 * @param upscalerName short name of the upscaler
 * @param upscalerHash what is known of its content, such as a SHA-256; empty for a plain kernel
 */
record ThumbnailCodec(PictureCoder coder, Upscaler upscaler, String upscalerName, String upscalerHash)
        implements Codec {

    @Override
    public String name() {
        return coder.name() + "+" + upscalerName;
    }

    @Override
    public String identity() {
        String identity = coder.identity() + ", upscaled with " + upscalerName;
        return upscalerHash.isEmpty() ? identity : identity + " " + upscalerHash;
    }

    @Override
    public String extension() {
        return coder.extension();
    }

    @Override
    public PictureEncoding begin(Raster source) {
        return new ThumbnailSearch(coder, upscaler, source);
    }

    @Override
    public Reconstruction decode(Path file, ImageSize size) throws IOException {
        return Reconstruction.of(upscaler.upscale(coder.decode(file), size));
    }
}
