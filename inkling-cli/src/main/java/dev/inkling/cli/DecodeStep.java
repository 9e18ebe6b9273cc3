package dev.inkling.cli;

import dev.inkling.codec.Decoder;
import dev.inkling.image.PictureFormat;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.Set;

/**
 * Decodes the files of a batch.
 *
 * @param generatorIdentity names what makes the pictures; empty for the embedded generator
 */
record DecodeStep(Streams streams, Decoder decoder, String generatorIdentity, OpenDescriptions descriptions)
        implements BatchStep {
    @Override
    public String verb() {
        return "decoded";
    }

    @Override
    public Set<String> inputExtensions() {
        return Set.of("inkl");
    }

    @Override
    public String outputExtension() {
        return ".png";
    }

    @Override
    public String options() {
        return generatorIdentity.isEmpty() ? "decode" : "decode " + generatorIdentity;
    }

    @Override
    public Made make(BatchItem item) throws IOException {
        byte[] bitstream = streams.readBitstream(item.input().toString());
        Raster picture = decoder.decode(bitstream).picture();
        streams.writePicture(item.output().toString(), picture, PictureFormat.PNG);
        return new Made(bitstream.length, picture.size().pixels());
    }

    @Override
    public void close() throws IOException {
        descriptions.close();
    }
}
