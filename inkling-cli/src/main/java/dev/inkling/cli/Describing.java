package dev.inkling.cli;

import dev.inkling.Condenser;
import dev.inkling.Describer;
import java.io.Closeable;
import java.io.IOException;

/**
 * What makes the words of a file.
 *
 * @param describer works until this is closed
 * @param identity  names it and its settings, for results; empty for the embedded one
 * @param resources what it holds
 */
record Describing(Describer describer, Condenser condenser, String identity, Closeable resources)
        implements Closeable {
    /** A describer that holds nothing that must be closed. */
    Describing(Describer describer, Condenser condenser, String identity) {
        this(describer, condenser, identity, () -> {});
    }

    /** The same with fewer words. */
    Describing atMost(int words) {
        return new Describing(
                (picture, most) -> describer.describe(picture, Math.min(most, words)), condenser,
                (identity.isEmpty() ? "embedded" : identity) + " words=" + words, resources);
    }

    /** The same with fewer keywords. */
    Describing atMostKeywords(int keywords) {
        return new Describing(
                describer, (text, most) -> condenser.condense(text, Math.min(most, keywords)),
                (identity.isEmpty() ? "embedded" : identity) + " keywords=" + keywords, resources);
    }

    @Override
    public void close() throws IOException {
        resources.close();
    }
}
