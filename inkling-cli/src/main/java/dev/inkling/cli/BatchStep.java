package dev.inkling.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** What a batch does with each file. Thread-safe. */
interface BatchStep extends Closeable {
    /** What was done, for the summary: {@code encoded}. */
    String verb();

    /** Extensions of the files that are taken, lower-case and without the dot. */
    Set<String> inputExtensions();

    /** Extension of what is made, with the dot. */
    String outputExtension();

    /** All that the result depends on besides the file; a result made with other options is made again. */
    String options();

    /** Makes one file whole, or throws and leaves what was there. */
    Made make(BatchItem item) throws IOException;

    /** Frees what the step opened; holds nothing by default. */
    @Override
    default void close() throws IOException {}

    /**
     * What was made.
     *
     * @param bytes  length of the Inkling file
     * @param pixels size of the picture
     */
    record Made(long bytes, long pixels) {}
}
