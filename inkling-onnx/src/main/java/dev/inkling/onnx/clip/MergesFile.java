package dev.inkling.onnx.clip;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Pairs of symbols that are joined, one pair a line, the most frequent first; may be gzip. */
final class MergesFile {
    /** Merges of the published vocabulary of 49408 tokens; its file goes on with others that are not used. */
    private static final int MOST_PUBLISHED = 49408 - 2 * 256 - 2;

    private MergesFile() {}

    /** Reads the file of the authors, which begins with a line of heading. */
    static List<String> published(ModelFile file) throws ProviderException {
        List<String> lines = lines(file);
        return checked(file, lines.stream().skip(1).limit(MOST_PUBLISHED).toList());
    }

    /** Reads a {@code merges.txt}, whose line of heading begins with {@code #version}. */
    static List<String> read(ModelFile file) throws ProviderException {
        List<String> lines = lines(file);
        boolean heading = !lines.isEmpty() && lines.get(0).startsWith("#version");
        return checked(file, lines.stream().skip(heading ? 1 : 0).filter(line -> !line.isEmpty()).toList());
    }

    private static List<String> checked(ModelFile file, List<String> merges) throws ProviderException {
        for (String merge : merges) {
            if (merge.split(" ").length != 2) {
                throw file.failure("expected two symbols a line, found '" + merge + "'");
            }
        }
        return merges;
    }

    private static List<String> lines(ModelFile file) throws ProviderException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw file.failure("cannot be read as text", e);
        } catch (UncheckedIOException e) {
            throw file.failure("cannot be read as text", e.getCause());
        }
    }

    private static InputStream open(ModelFile file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file.path()));
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return zipped ? new GZIPInputStream(in) : in;
    }
}
