package dev.inkling.eval;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;

/** A codec under evaluation. Thread-safe. */
public interface Codec {
    /** Name in results, such as {@code avif+lanczos}. */
    String name();

    /** Everything besides the picture and the budget that decides what the codec does: options, versions, models. */
    String identity();

    /** Extension of its files, without a dot. */
    String extension();

    /** Begins with a picture; the encodings for several budgets may share work. */
    PictureEncoding begin(Raster source);

    /**
     * Decodes a file as somebody would who has nothing but the file.
     *
     * @param size size of the source; formats whose files carry another size are told it without paying for it
     * @return a picture of this size
     */
    Reconstruction decode(Path file, ImageSize size) throws IOException;

    /** The encodings of one picture. Not thread-safe. */
    @FunctionalInterface
    interface PictureEncoding {
        /**
         * @param maxBytes most bytes of the file
         * @throws dev.inkling.codec.BudgetTooSmallException when Inkling's file cannot be that small
         * @throws OverBudgetException                      when another codec's file cannot be that small
         */
        Coded within(int maxBytes) throws IOException;
    }
}
