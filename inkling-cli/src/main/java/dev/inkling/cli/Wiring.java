package dev.inkling.cli;

import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.WordCondenser;
import dev.inkling.codec.Decoder;
import dev.inkling.codec.Encoder;

/** Chooses the providers and puts them together. */
final class Wiring {
    Encoder encoder() {
        return new Encoder(new LayoutDescriber(), new WordCondenser(), new ClassicalGenerator());
    }

    /**
     * @param maxPixels larger pictures are refused
     */
    Decoder decoder(long maxPixels) {
        return new Decoder(new ClassicalGenerator(), maxPixels);
    }
}
