package dev.inkling.cli;

import dev.inkling.codec.Decoded;
import dev.inkling.codec.Decoder;
import dev.inkling.codec.EncodeOptions;
import dev.inkling.codec.RateTarget;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.metrics.Psnr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Encodes and decodes photographs through real files. */
final class DemoRun {
    /** Bytes allowed, one result for each. */
    static final List<Integer> SIZES = List.of(150, 400, 1000);

    private final Environment environment;
    private final OpenGenerator embedded;
    private final OpenGenerator generator;
    private final Path work;

    /**
     * @param embedded  what rate control looks through
     * @param generator makes the reconstructions
     * @param work      an empty folder for the files
     */
    DemoRun(Environment environment, OpenGenerator embedded, OpenGenerator generator, Path work) {
        this.environment = environment;
        this.embedded = embedded;
        this.generator = generator;
        this.work = work;
    }

    Raster read(Path photograph) throws IOException {
        return new Streams(environment.terminal())
                .readPicture(photograph.toString(), PictureReader.DEFAULT_MAX_PIXELS)
                .picture();
    }

    /** The decoder is a fresh one, and all that it gets is the file. */
    DemoResult roundTrip(Raster original, int maxBytes) throws IOException {
        Path file = work.resolve("photograph.inkl");
        long start = System.nanoTime();
        EncodeOptions options = EncodeOptions.of(new RateTarget.Bytes(maxBytes));
        byte[] written = environment.wiring().encoder(embedded).encode(original, options).bitstream();
        long encoded = System.nanoTime();
        Files.write(file, written);
        byte[] read = Files.readAllBytes(file);
        long loaded = System.nanoTime();
        Decoded decoded =
                environment.wiring().decoder(generator, Decoder.DEFAULT_MAX_PIXELS).decode(read);
        long done = System.nanoTime();
        return new DemoResult(
                maxBytes,
                FileFacts.of(read),
                decoded.picture(),
                Psnr.of(original, decoded.picture()),
                (encoded - start) / 1_000_000,
                (done - loaded) / 1_000_000,
                decoded.notes());
    }

    /** Removes the folder and what is in it. */
    void cleanUp() throws IOException {
        Files.deleteIfExists(work.resolve("photograph.inkl"));
        Files.deleteIfExists(work);
    }
}
