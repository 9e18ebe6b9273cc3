package dev.inkling.eval.text;

import java.io.IOException;

/** A coder of short texts, each on its own. Thread-safe. */
interface TextCodec {
    /** Name in results. */
    String name();

    /** All bytes that a decoder needs beside what it is told once for all texts. */
    byte[] encode(String text) throws IOException;

    /** The text, or what is left of it. */
    String decode(byte[] bytes) throws IOException;
}
