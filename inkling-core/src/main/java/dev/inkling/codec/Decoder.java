package dev.inkling.codec;

import dev.inkling.Calibration;
import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.bitstream.BitstreamReader;
import dev.inkling.bitstream.Contents;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Turns files into pictures. Immutable and thread-safe. */
public final class Decoder {
    /** Largest picture that is made unless asked otherwise, in pixels. */
    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    private static final String VECTOR_ADVICE = "name the CLIP that says what a vector shows (--embedder), or a generator"
            + " for vectors (--generator)";

    private final Generator generator;
    private final long maxPixels;
    private final List<Calibration> calibrations;

    /**
     * @param generator makes the picture
     * @param maxPixels larger pictures are refused before memory is taken; at most {@link Raster#MAX_PIXELS} count
     */
    public Decoder(Generator generator, long maxPixels) {
        this(generator, maxPixels, List.of());
    }

    /**
     * The same for files whose vectors were coded with a calibration.
     *
     * @param calibrations those at hand
     */
    public Decoder(Generator generator, long maxPixels, List<Calibration> calibrations) {
        this.generator = generator;
        this.maxPixels = Math.min(maxPixels, Raster.MAX_PIXELS);
        this.calibrations = List.copyOf(calibrations);
    }

    /**
     * Decodes a file, short or archive form.
     *
     * @throws dev.inkling.MalformedBitstreamException when it is not a valid file
     * @throws UnsupportedBitstreamException           when it is too new, too old, too large or needs something missing
     * @throws dev.inkling.ProviderException           when the generator fails
     */
    public Decoded decode(byte[] bitstream) throws IOException {
        Contents contents = BitstreamReader.read(bitstream, calibrations).contents();
        ImageSize size = contents.size();
        if (size == null) {
            throw new UnsupportedBitstreamException(
                    "picture size", "none, but a vector alone", "its numbers can be read: inkling vector decode");
        }
        if (size.pixels() > maxPixels) {
            throw new UnsupportedBitstreamException(
                    "picture size", size + " = " + size.pixels() + " pixels",
                    "at most " + maxPixels + " pixels are made unless you allow more");
        }
        return generate(contents, size);
    }

    private Decoded generate(Contents contents, ImageSize size) throws IOException {
        List<Layer> passedOver = contents.layers().stream()
                .filter(layer -> !generator.understands(layer))
                .toList();
        if (passedOver.size() == contents.layers().size()) {
            throw new UnsupportedBitstreamException("layer", "a " + passedOver.get(0).type().label() + " alone",
                    "this generator makes no picture of it; " + VECTOR_ADVICE);
        }
        Generator.Generated generated = generator.generate(contents.layers(), size);
        List<String> notes = new ArrayList<>(generated.notes());
        passedOver.forEach(layer -> notes.add("the " + layer.type().label() + " was not used; " + VECTOR_ADVICE));
        return new Decoded(generated.picture(), contents, notes);
    }
}
