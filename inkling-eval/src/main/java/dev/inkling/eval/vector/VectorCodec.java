package dev.inkling.eval.vector;

import dev.inkling.Embedding;
import java.io.IOException;

/** Codes vectors of one dimension at one rate. */
interface VectorCodec {
    /** What it is called; its name is that of the same coder at other rates. */
    String name();

    /** A file. */
    byte[] encode(Embedding vector);

    /** The vector of a file. */
    Embedding decode(byte[] file) throws IOException;
}
