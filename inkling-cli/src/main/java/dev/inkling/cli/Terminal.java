package dev.inkling.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes. Text is UTF-8 whatever the locale, with line feeds.
 *
 * @param in          standard input
 * @param out         standard output
 * @param err         standard error
 * @param interactive whether a person watches standard error
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {
    /** The process's own streams; the launcher knows whether a person watches. */
    static Terminal ofProcess() {
        return new Terminal(
                // The buffer matters: JDK 17 seeks in a bare file stream that is read to its end, which no pipe allows.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                print(new FileOutputStream(FileDescriptor.out)),
                print(new FileOutputStream(FileDescriptor.err)),
                Boolean.getBoolean("inkling.terminal"));
    }

    private static PrintStream print(FileOutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
    }

    void line(String text) {
        out.print(text + "\n");
    }

    void errorLine(String text) {
        out.flush();
        err.print(text + "\n");
        err.flush();
    }
}
