package dev.inkling.bitstream;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.Sketch;
import dev.inkling.TextCoder;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.picture.PictureEncoder;
import dev.inkling.picture.TinySize;
import dev.inkling.sketch.SketchEncoder;
import dev.inkling.sketch.SketchSize;
import dev.inkling.sketch.SketchTidier;
import dev.inkling.text.TextEncoder;
import dev.inkling.vector.VectorEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one file: add layers in wire order, then {@link #finish}. Not thread-safe. */
public final class BitstreamWriter {
    /** Number of sizes of a tiny picture; see {@link TinySize}. */
    public static final int TINY_SIZES = TinySize.COUNT;

    /** Number of thrift settings of a tiny picture. */
    public static final int THRIFTS = PictureEncoder.THRIFTS;

    /** Number of quantiser steps of a tiny picture. */
    public static final int STEPS = PictureEncoder.STEPS;

    /** First bytes of the archive form. The two top bits are zero, which no version of the short form has. */
    static final byte[] MAGIC = ".INK".getBytes(StandardCharsets.US_ASCII);

    private final @Nullable ImageSize size;
    private final boolean archive;
    private RangeEncoder payload;
    /** The text, until it is known whether other layers follow. */
    private @Nullable TextEncoder text;
    private final List<Layer> layers;
    private final List<Long> ends;

    /**
     * @param size    size of the picture to make; null for a vector of no picture
     * @param archive whether to write the long form
     */
    public BitstreamWriter(@Nullable ImageSize size, boolean archive) {
        this.size = size;
        this.archive = archive;
        payload = new RangeEncoder();
        layers = new ArrayList<>();
        ends = new ArrayList<>();
    }

    private BitstreamWriter(BitstreamWriter other) {
        size = other.size;
        archive = other.archive;
        payload = new RangeEncoder(other.payload);
        text = other.text;
        layers = new ArrayList<>(other.layers);
        ends = new ArrayList<>(other.ends);
    }

    /** A writer that goes on from here, independently of this one. */
    public BitstreamWriter fork() {
        return new BitstreamWriter(this);
    }

    /** Adds a text layer in the fewest bytes. */
    public void text(Layer layer) {
        text(layer, TextCoder.CAPTION);
    }

    /**
     * Adds a text layer.
     *
     * @param layer a {@link Layer.Prose} or {@link Layer.Words}
     * @param coder how to code it
     * @throws IllegalArgumentException when the coder is not for such a layer
     */
    public void text(Layer layer, TextCoder coder) {
        start(LayerType.TEXT);
        text = TextEncoder.of(layer, coder);
        layers.add(layer);
    }

    /** Begins to load what texts are coded with, beside whatever else goes on. */
    public static void preloadText() {
        TextEncoder.preload();
    }

    /** Index of the tiny size whose long side is nearest. */
    public static int nearestTinySize(double longSide) {
        return TinySize.nearest(longSide);
    }

    /** Size of the tiny picture with an index of 0 to {@link #TINY_SIZES} - 1. */
    public static ImageSize tinySize(ImageSize picture, int sizeIndex) {
        return TinySize.of(picture, sizeIndex);
    }

    /**
     * Adds a picture layer.
     *
     * @param tiny      the tiny picture, of size {@link #tinySize}
     * @param sizeIndex which size that is
     * @param step      quantiser step, 0 (finest) to {@link #STEPS} - 1
     * @param thrift    1 to spend a little less than at 0
     * @return the layer as a decoder will read it
     */
    public Layer.Picture picture(Raster tiny, int sizeIndex, int step, int thrift) {
        start(LayerType.PICTURE);
        if (size == null || !tiny.size().equals(TinySize.of(size, sizeIndex))) {
            throw new IllegalArgumentException("a tiny picture of " + tiny.size() + " is not size " + sizeIndex);
        }
        writeText();
        payload.encodeUniform(sizeIndex, TINY_SIZES);
        Layer.Picture layer = new Layer.Picture(PictureEncoder.encode(tiny, step, thrift, payload), step);
        layers.add(layer);
        ends.add(payload.bits());
        return layer;
    }

    /**
     * Adds a vector layer, as exact as there is room for.
     *
     * @param embedding   the vector
     * @param calibration what is known of such vectors; null when nothing is
     * @param maxBytes    length of the file with it, which is exceeded only when the coarsest vector does
     * @return the layer as a decoder will read it
     */
    public Layer.Vector vector(Embedding embedding, @Nullable Calibration calibration, int maxBytes) {
        start(LayerType.VECTOR);
        writeText();
        VectorEncoder.Written written =
                VectorEncoder.encode(embedding, calibration, maxBytes - overhead(LayerType.VECTOR), payload);
        payload = written.out();
        layers.add(written.layer());
        ends.add(payload.bits());
        return written.layer();
    }

    /** Number of sizes of a sketch. */
    public static final int SKETCH_SIZES = SketchSize.COUNT;

    /** Size of the sketch with an index of 0 to {@link #SKETCH_SIZES} - 1. */
    public static ImageSize sketchSize(ImageSize picture, int sizeIndex) {
        return SketchSize.of(picture, sizeIndex);
    }

    /**
     * Moves the lines of a sketch by a pixel here and there, so that it takes fewer bytes.
     *
     * @param sketch    the lines, of size {@link #sketchSize}
     * @param sizeIndex which size that is
     * @return for each pixel, row by row, its new place, or -1 where the line can do without
     */
    public static int[] tidySketch(Sketch sketch, int sizeIndex) {
        return SketchTidier.tidy(sketch, sizeIndex);
    }

    /**
     * Adds a sketch layer.
     *
     * @param sketch    the lines, of size {@link #sketchSize}
     * @param sizeIndex which size that is
     */
    public void sketch(Sketch sketch, int sizeIndex) {
        start(LayerType.SKETCH);
        if (size == null || !sketch.size().equals(SketchSize.of(size, sizeIndex))) {
            throw new IllegalArgumentException("a sketch of " + sketch.size() + " is not size " + sizeIndex);
        }
        writeText();
        SketchEncoder.encode(sketch, sizeIndex, payload);
        layers.add(new Layer.Lines(sketch));
        ends.add(payload.bits());
    }

    /** Bytes of the file besides its payload when one more layer ends it. */
    private int overhead(LayerType last) {
        EnumSet<LayerType> types = EnumSet.of(last);
        layers.forEach(layer -> types.add(layer.type()));
        return before(new Header(types, size)) + after();
    }

    private int before(Header header) {
        return (archive ? MAGIC.length : 0) + header.toBytes().length;
    }

    private int after() {
        return archive ? Integer.BYTES : 1;
    }

    /** Other layers follow the text. */
    private void writeText() {
        if (text != null) {
            text.write(payload);
            ends.add(payload.bits());
            text = null;
        }
    }

    private void start(LayerType type) {
        if (!layers.isEmpty() && layers.get(layers.size() - 1).type().wireId() >= type.wireId()) {
            throw new IllegalStateException("a " + type.label() + " layer cannot follow " + layers);
        }
    }

    /**
     * A finished file.
     *
     * @param contents what it says
     * @param budget   what each part costs
     */
    public record Written(ByteBuffer bytes, Contents contents, Budget budget) {}

    /** Ends the file, which needs at least one layer. The buffer is read-only and starts at 0. */
    public Written finish() {
        EnumSet<LayerType> types = EnumSet.noneOf(LayerType.class);
        layers.forEach(layer -> types.add(layer.type()));
        if (size == null && !types.equals(EnumSet.of(LayerType.VECTOR))) {
            throw new IllegalStateException("only a vector alone can be without a picture, not " + types);
        }
        Header header = new Header(types, size);
        byte[] coded = text == null ? payload.finish() : text.message();
        ByteBuffer file = ByteBuffer.allocate(before(header) + coded.length + after());
        if (archive) {
            file.put(MAGIC);
        }
        file.put(header.toBytes()).put(coded);
        if (archive) {
            file.putInt(Check.crc32c(file.array(), file.position()));
        } else {
            file.put((byte) Check.crc8(file.array(), file.position()));
        }
        Budget budget = Parts.budget(before(header), coded.length, after(), layers, ends);
        return new Written(file.flip().asReadOnlyBuffer(), new Contents(size, layers), budget);
    }
}
