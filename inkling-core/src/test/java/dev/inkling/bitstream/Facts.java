package dev.inkling.bitstream;

import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.Sketch;
import dev.inkling.image.Raster;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What a file says, as lines of text that a person can read and a test can compare. */
final class Facts {
    private Facts() {}

    static List<String> of(byte[] file, BitstreamReader.Read read) {
        List<String> facts = new ArrayList<>();
        facts.add("bytes " + file.length);
        facts.add("form " + (read.archive() ? "archive" : "short"));
        facts.add("size " + (read.contents().size() == null ? "none" : read.contents().size()));
        for (Layer layer : read.contents().layers()) {
            facts.add(layer(layer));
        }
        facts.add(read.budget().parts().stream()
                .map(part -> part.name() + " " + part.bits())
                .collect(Collectors.joining(", ", "bits ", "")));
        return facts;
    }

    private static String layer(Layer layer) {
        if (layer instanceof Layer.Prose prose) {
            return "prose " + prose.text().replace("\n", "\\n");
        }
        if (layer instanceof Layer.KeywordSet set) {
            return "set " + String.join(" ", set.words());
        }
        if (layer instanceof Layer.Keywords keywords) {
            return "keywords " + String.join(" ", keywords.words());
        }
        if (layer instanceof Layer.Vector vector) {
            return "vector " + vector.embedding().dimension() + " sha256 " + hash(vector.embedding())
                    + (vector.calibration() == null ? "" : " calibration " + vector.calibration());
        }
        if (layer instanceof Layer.Lines lines) {
            return "sketch " + lines.sketch().size() + " sha256 " + hash(lines.sketch());
        }
        Layer.Picture picture = (Layer.Picture) layer;
        return "picture " + picture.tiny().size() + " step " + picture.step() + " sha256 " + hash(picture.tiny());
    }

    /** SHA-256 of the samples, row by row, red first, in hexadecimal. */
    static String hash(Raster picture) {
        byte[] rgb = new byte[Raster.byteCount(picture.size())];
        byte[] row = new byte[3 * picture.width()];
        for (int y = 0; y < picture.height(); y++) {
            picture.copyRow(y, row);
            System.arraycopy(row, 0, rgb, y * row.length, row.length);
        }
        return sha256(rgb);
    }

    /** SHA-256 of the components in units of 2^-24, four bytes each, in hexadecimal. */
    private static String hash(Embedding embedding) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * embedding.dimension());
        for (int i = 0; i < embedding.dimension(); i++) {
            bytes.putInt(embedding.units(i));
        }
        return sha256(bytes.array());
    }

    /** SHA-256 of the pixels, row by row, a byte each, 1 for a line, in hexadecimal. */
    private static String hash(Sketch sketch) {
        int width = sketch.size().width();
        byte[] pixels = new byte[width * sketch.size().height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (sketch.isLine(i % width, i / width) ? 1 : 0);
        }
        return sha256(pixels);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
