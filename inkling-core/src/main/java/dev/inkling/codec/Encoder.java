package dev.inkling.codec;

import dev.inkling.Condenser;
import dev.inkling.Describer;
import dev.inkling.Generator;
import dev.inkling.ProviderException;
import dev.inkling.image.Raster;

/** Turns pictures into files. Immutable and thread-safe. */
public final class Encoder {
    private final Describer describer;
    private final Condenser condenser;
    private final Generator generator;

    /**
     * @param describer makes the text layer
     * @param condenser makes keyword lists
     * @param generator the generator that rate control looks through when it picks the tiny picture
     */
    public Encoder(Describer describer, Condenser condenser, Generator generator) {
        this.describer = describer;
        this.condenser = condenser;
        this.generator = generator;
    }

    /**
     * Encodes a picture.
     *
     * @throws BudgetTooSmallException when no file of the profile is as small as asked
     * @throws ProviderException       when the describer, condenser or generator fails
     */
    public Encoded encode(Raster picture, EncodeOptions options) throws ProviderException {
        throw new UnsupportedOperationException("not yet: " + describer + condenser + generator);
    }
}
