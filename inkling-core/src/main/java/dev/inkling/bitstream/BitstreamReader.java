package dev.inkling.bitstream;

import dev.inkling.Calibration;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.picture.PictureDecoder;
import dev.inkling.picture.TinySize;
import dev.inkling.sketch.SketchDecoder;
import dev.inkling.text.TextDecoder;
import dev.inkling.vector.VectorDecoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** Reads a file of either form. */
public final class BitstreamReader {
    /** Longest file that is read, in bytes. */
    public static final int MAX_LENGTH = 1 << 20;

    private static final int SHORTEST = 2;

    private BitstreamReader() {}

    /**
     * What was read.
     *
     * @param contents what the file says
     * @param budget   what each part costs; sums to 8 times its length
     * @param archive  whether it is in the long form
     */
    public record Read(Contents contents, Budget budget, boolean archive) {}

    /**
     * Reads a whole file that needs no calibration.
     *
     * @throws MalformedBitstreamException   when it is not a valid file
     * @throws UnsupportedBitstreamException when it is too new, too old, or needs a layer or a calibration that is not
     *                                       known here
     */
    public static Read read(byte[] file) throws MalformedBitstreamException, UnsupportedBitstreamException {
        return read(file, List.of());
    }

    /**
     * Reads a whole file.
     *
     * @param calibrations those at hand
     * @throws MalformedBitstreamException   when it is not a valid file
     * @throws UnsupportedBitstreamException when it is too new, too old, or needs a layer or a calibration that is not
     *                                       known here
     */
    public static Read read(byte[] file, List<Calibration> calibrations)
            throws MalformedBitstreamException, UnsupportedBitstreamException {
        if (file.length < SHORTEST || file.length > MAX_LENGTH) {
            throw new MalformedBitstreamException(
                    0, "a file has " + SHORTEST + " to " + MAX_LENGTH + " bytes, found " + file.length);
        }
        boolean archive = isArchive(file);
        int start = archive ? BitstreamWriter.MAGIC.length : 0;
        int end = file.length - (archive ? Integer.BYTES : 1);
        check(file, archive, end);
        Header header = Header.read(file, start, end);
        if (header.layers().contains(LayerType.PICTURE)) {
            PictureDecoder.preload();
        }
        int payload = start + header.toBytes().length;
        return new Payload(file, payload, end, header, calibrations).read(archive);
    }

    private static boolean isArchive(byte[] file) {
        byte[] magic = BitstreamWriter.MAGIC;
        return file.length >= 2 * magic.length
                && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    private static void check(byte[] file, boolean archive, int end) throws MalformedBitstreamException {
        int found = archive ? ByteBuffer.wrap(file).getInt(end) : file[end] & 0xff;
        int expected = archive ? Check.crc32c(file, end) : Check.crc8(file, end);
        if (found != expected) {
            throw new MalformedBitstreamException(end, String.format(
                    "the check is %x, but the bytes before it give %x: damaged, or not an Inkling file",
                    found, expected));
        }
    }

    /** The layers of one file. */
    private static final class Payload {
        private final int start;
        private final int end;
        private final int fileLength;
        private final Header header;
        private final List<Calibration> calibrations;
        private final RangeDecoder decoder;
        private final List<Layer> layers = new ArrayList<>();
        private final List<Long> ends = new ArrayList<>();

        Payload(byte[] file, int start, int end, Header header, List<Calibration> calibrations) {
            this.start = start;
            this.end = end;
            this.fileLength = file.length;
            this.header = header;
            this.calibrations = calibrations;
            this.decoder = new RangeDecoder(file, start, end - start);
        }

        Read read(boolean archive) throws MalformedBitstreamException, UnsupportedBitstreamException {
            if (header.layers().equals(EnumSet.of(LayerType.TEXT))) {
                layers.add(TextDecoder.message(decoder));
            } else {
                readLayers();
            }
            Budget budget = Parts.budget(start, end - start, fileLength - end, layers, ends);
            return new Read(new Contents(header.size(), layers), budget, archive);
        }

        private void readLayers() throws MalformedBitstreamException, UnsupportedBitstreamException {
            for (LayerType type : header.layers()) {
                layers.add(layer(type));
                ends.add(decoder.bits());
            }
            decoder.finish();
        }

        private Layer layer(LayerType type) throws MalformedBitstreamException, UnsupportedBitstreamException {
            return switch (type) {
                case TEXT -> TextDecoder.decode(decoder);
                case PICTURE -> {
                    int sizeIndex = decoder.decodeUniform(TinySize.COUNT);
                    yield PictureDecoder.decode(decoder, TinySize.of(header.size(), sizeIndex));
                }
                case VECTOR -> VectorDecoder.decode(decoder, calibrations);
                case SKETCH -> new Layer.Lines(SketchDecoder.decode(decoder, header.size()));
            };
        }
    }
}
