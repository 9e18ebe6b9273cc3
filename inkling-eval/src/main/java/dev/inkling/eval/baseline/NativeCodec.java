package dev.inkling.eval.baseline;

import dev.inkling.eval.Codec;
import dev.inkling.eval.OverBudgetException;
import dev.inkling.eval.Reconstruction;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A format at the full size of the picture.
 *
 * @param coder the format
 */
record NativeCodec(PictureCoder coder) implements Codec {
    @Override
    public String name() {
        return coder.name();
    }

    @Override
    public String identity() {
        return coder.identity();
    }

    @Override
    public String extension() {
        return coder.extension();
    }

    @Override
    public PictureEncoding begin(Raster source) {
        CodedSettings settings = new CodedSettings(coder, source);
        return maxBytes -> {
            OptionalInt finest = settings.finest(maxBytes, coder.settings());
            if (finest.isEmpty()) {
                throw new OverBudgetException(maxBytes, settings.smallest());
            }
            return settings.at(finest.getAsInt());
        };
    }

    @Override
    public Reconstruction decode(Path file, ImageSize size) throws IOException {
        return Reconstruction.of(coder.decode(file));
    }
}
