package dev.inkling.cli;

import dev.inkling.codec.EncodeOptions;
import dev.inkling.codec.Encoder;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Encodes the pictures of a batch.
 *
 * @param describing makes the words; closed with this
 */
record EncodeStep(
        Streams streams, Encoder encoder, EncodeOptions encodeOptions, Describing describing, OpenEmbedder embedder,
        OpenEdges edges, long maxPixels)
        implements BatchStep {
    @Override
    public String verb() {
        return "encoded";
    }

    @Override
    public Set<String> inputExtensions() {
        return PictureFiles.EXTENSIONS;
    }

    @Override
    public String outputExtension() {
        return ".inkl";
    }

    @Override
    public String options() {
        return Stream.of(encodeOptions.toString(), describing.identity(), embedder.identity(), edges.identity())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    public Made make(BatchItem item) throws IOException {
        Raster picture = streams.readPicture(item.input().toString(), maxPixels).picture();
        byte[] bitstream = encoder.encode(picture, encodeOptions).bitstream();
        AtomicFile.write(item.output(), bitstream);
        return new Made(bitstream.length, picture.size().pixels());
    }

    @Override
    public void close() throws IOException {
        try (describing;
                embedder) {
            edges.close();
        }
    }
}
