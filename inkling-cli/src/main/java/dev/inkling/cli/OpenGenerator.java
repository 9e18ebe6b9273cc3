package dev.inkling.cli;

import dev.inkling.Generator;
import java.io.Closeable;
import java.io.IOException;

/**
 * A generator, and what must be closed after it.
 *
 * @param generator makes pictures until this is closed
 * @param resources what it holds
 */
record OpenGenerator(Generator generator, Closeable resources) implements Closeable {
    @Override
    public void close() throws IOException {
        resources.close();
    }
}
