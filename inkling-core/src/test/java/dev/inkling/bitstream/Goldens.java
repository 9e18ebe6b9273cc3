package dev.inkling.bitstream;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.TextCoder;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.Sketch;
import dev.inkling.TestPictures;
import dev.inkling.TestSketches;
import dev.inkling.TestVectors;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.codec.Calibrator;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.text.RawText;
import dev.inkling.vector.VectorSyntax;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** How the golden files were made: valid ones of every kind, and ones that must be refused. */
final class Goldens {
    static final Layer WORDS = new Layer.Keywords(List.of("harbour", "boats", "dusk"));
    static final Layer SET = new Layer.KeywordSet(List.of("harbour", "boats", "dusk"));
    static final Layer CAT = new Layer.Prose("A black cat sits on a wooden chair in front of a window.");

    /** What the calibrated vectors are coded with. */
    static final Calibration CALIBRATION = Calibrator.learn(TestVectors.nearSubspace(200, 96, 6, 0.05, 8), 8, () -> {});

    private static final ImageSize SQUARE = new ImageSize(1024, 1024);
    private static final ImageSize LANDSCAPE = new ImageSize(768, 512);

    private Goldens() {}

    /** A golden file: its name without the ending, why it is there, and its bytes. */
    record Golden(String name, String why, byte[] file) {}

    /** A tiny picture to be coded: size index, quantiser step. */
    private record Tiny(Raster picture, int sizeIndex, int step) {}

    static List<Golden> valid() {
        List<Golden> all = new ArrayList<>();
        texts(all);
        sizes(all);
        pictures(all);
        all.add(golden("both", "profile hybrid: text and picture in one message", SQUARE, false, CAT, scene(SQUARE, 1, 40)));
        all.add(golden("both-words", "keywords and picture", LANDSCAPE, false, WORDS, scene(LANDSCAPE, 2, 34)));
        all.add(golden("archive-text", "archive form, text", SQUARE, true, CAT, null));
        all.add(golden("archive-picture", "archive form, picture", SQUARE, true, null, scene(SQUARE, 0, 44)));
        all.add(golden("archive-both", "archive form, both, any size", new ImageSize(1023, 7), true, WORDS,
                scene(new ImageSize(1023, 7), 1, 40)));
        vectors(all);
        sketches(all);
        return all;
    }

    private static void sketches(List<Golden> all) {
        all.add(sketch("sketch", "profile sketch: text and lines", LANDSCAPE, CAT, 4, 5));
        all.add(sketch("sketch-alone", "lines alone, which take a byte for the layer set", SQUARE, null, 0, 3));
        all.add(sketch("sketch-empty", "no lines at all", SQUARE, WORDS, 0, 0));
        all.add(sketch("sketch-largest", "256 pixels on both sides", SQUARE, WORDS, 8, 12));
        all.add(sketch("sketch-thin", "one pixel high", new ImageSize(4000, 3), null, 2, 1));
        BitstreamWriter noise = new BitstreamWriter(LANDSCAPE, false);
        noise.sketch(new Sketch(BitstreamWriter.sketchSize(LANDSCAPE, 1), TestSketches.noise(80 * 53, 4)), 1);
        all.add(new Golden("sketch-noise", "no lines that go on", bytes(noise)));
        BitstreamWriter everything = new BitstreamWriter(SQUARE, true);
        everything.text(WORDS);
        everything.picture(flat(SQUARE, 0), 0, 30, 0);
        everything.vector(TestVectors.gaussian(512, 11), null, 200);
        everything.sketch(TestSketches.curves(BitstreamWriter.sketchSize(SQUARE, 1), 4), 1);
        all.add(new Golden("archive-sketch", "all layers", bytes(everything)));
    }

    private static Golden sketch(String name, String why, ImageSize size, Layer text, int sizeIndex, int curves) {
        BitstreamWriter writer = new BitstreamWriter(size, false);
        if (text != null) {
            writer.text(text);
        }
        writer.sketch(TestSketches.curves(BitstreamWriter.sketchSize(size, sizeIndex), curves), sizeIndex);
        return new Golden(name, why, bytes(writer));
    }

    private static void vectors(List<Golden> all) {
        all.add(vector("vector", "a vector of no picture, one bit a dimension", null, null, TestVectors.gaussian(768, 1), 96));
        all.add(vector("vector-coarsest", "as few bytes as there can be", null, null, TestVectors.gaussian(512, 2), 1));
        all.add(vector("vector-finest", "four bits a dimension", null, null, TestVectors.gaussian(1024, 3), 512));
        all.add(vector("vector-shortest", "fewest dimensions", null, null,
                TestVectors.gaussian(64, 4), 16));
        all.add(vector("vector-longest", "most dimensions", null, null, TestVectors.gaussian(2048, 5), 128));
        all.add(vector("vector-odd", "a dimension in full, nearly half of which a round leaves out", null, null,
                TestVectors.gaussian(1023, 6), 64));
        double[] spike = new double[640];
        spike[100] = -3;
        all.add(vector("vector-spike", "all of it in one component", null, null, Embedding.of(spike), 80));
        all.add(vector("vector-picture", "profile clip: a vector of a picture", SQUARE, null,
                TestVectors.gaussian(512, 7), 64));
        Embedding usual = TestVectors.nearSubspace(200, 96, 6, 0.05, 8).get(3);
        all.add(vector("vector-calibrated", "coded with `calibration.inkc`", null, CALIBRATION, usual, 16));
        all.add(vector("vector-calibrated-finest", "the highest rate, beside low ones", null, CALIBRATION, usual, 90));
        BitstreamWriter everything = new BitstreamWriter(LANDSCAPE, true);
        everything.text(WORDS);
        Tiny tiny = scene(LANDSCAPE, 0, 40);
        everything.picture(tiny.picture, tiny.sizeIndex, tiny.step, 0);
        everything.vector(TestVectors.gaussian(512, 9), null, 200);
        all.add(new Golden("archive-vector", "text, picture and vector", bytes(everything)));
        BitstreamWriter both = new BitstreamWriter(SQUARE, false);
        both.picture(flat(SQUARE, 0), 0, 30, 0);
        both.vector(TestVectors.gaussian(384, 10), null, 60);
        all.add(new Golden("both-vector", "profile clip-color: picture and vector", bytes(both)));
        all.add(vector("clip", "profile clip: one bit a dimension, header, size and check included", SQUARE, null,
                TestVectors.gaussian(768, 12), 96));
        BitstreamWriter colours = new BitstreamWriter(LANDSCAPE, false);
        Tiny map = scene(LANDSCAPE, 0, 50);
        colours.picture(map.picture, map.sizeIndex, map.step, 0);
        colours.vector(usual, CALIBRATION, 60);
        all.add(new Golden("clip-color", "profile clip-color: colours, and a vector coded with `calibration.inkc`",
                bytes(colours)));
    }

    private static Golden vector(
            String name, String why, ImageSize size, Calibration calibration, Embedding embedding, int maxBytes) {
        BitstreamWriter writer = new BitstreamWriter(size, false);
        writer.vector(embedding, calibration, maxBytes);
        return new Golden(name, why, bytes(writer));
    }

    private static void texts(List<Golden> all) {
        text(all, "text", "profile text: one sentence", CAT);
        text(all, "text-empty", "a text of no chars", new Layer.Prose(""));
        all.add(coded("text-fast", "prose without the network", TextCoder.CAPTION_FAST));
        all.add(coded("text-zlib", "prose as a zlib stream", TextCoder.ZLIB));
        all.add(coded("text-consonants", "prose as consonants, which comes back as other words", TextCoder.CONSONANT4));
        text(all, "text-raw", "text that the prior does not help with is coded without it", new Layer.Prose("日本語"));
        text(all, "text-capitals", "capitals where none are expected, and none where one is",
                new Layer.Prose("the Eiffel Tower, seen by NASA. no clouds? McDonald's."));
        text(all, "text-lines", "line breaks, digits, quotes, accents, a char outside the basic plane",
                new Layer.Prose("Two signs:\n\"12 km\" and “café” 🚲."));
        text(all, "text-long", "long enough for all rows of mixing weights", new Layer.Prose(
                "An overhead shot of a market. In the foreground, a man in a blue shirt sells oranges, lemons and melons"
                + " from a wooden cart. Behind him stand two women with umbrellas, one red and one yellow. To the right"
                + " of the women is a narrow street with parked bicycles. The sky is grey, and the ground is wet. In the"
                + " background, the tower of a church rises above the roofs of the houses."));
        text(all, "keywords", "profile keywords: three words", WORDS);
        text(all, "keywords-one", "a list of one word", new Layer.Keywords(List.of("sunset")));
        text(all, "keywords-raw", "a list that is coded without the prior", new Layer.Keywords(List.of("猫", "窓")));
        text(all, "set", "three words without an order", SET);
        text(all, "set-one", "a set of one word", new Layer.KeywordSet(List.of("sunset")));
        text(all, "set-spelled", "words that are not in the vocabulary are spelled",
                new Layer.KeywordSet(List.of("boat", "Venice", "gondola", "e-mail", "xyzzy", "water")));
        text(all, "set-raw", "words that are spelled without the prior", new Layer.KeywordSet(List.of("猫", "窓", "cat")));
        text(all, "set-long", "many words of one topic", new Layer.KeywordSet(List.of(("kitchen table chair window white wall"
                + " wooden cabinet sink stove refrigerator floor tile counter black cup plate bowl lamp door").split(" "))));
    }

    private static void text(List<Golden> all, String name, String why, Layer layer) {
        all.add(golden(name, why, SQUARE, false, layer, null));
    }

    private static void sizes(List<Golden> all) {
        for (int i = 0; i < CommonSizes.FIRST.size(); i++) {
            all.add(golden("size-first-" + i, "size code in the first byte", CommonSizes.FIRST.get(i), false, WORDS, null));
        }
        int last = CommonSizes.TABLE.size() - 1;
        all.add(golden("size-common-first", "first size of the table", CommonSizes.TABLE.get(0), false, WORDS, null));
        all.add(golden("size-common-last", "last size of the table", CommonSizes.TABLE.get(last), false, WORDS, null));
        all.add(golden("size-any", "width and height in full", new ImageSize(451, 300), false, WORDS, null));
        all.add(golden("size-largest", "the largest size", new ImageSize(65535, 65535), false, WORDS, null));
        all.add(golden("size-thin", "one pixel wide", new ImageSize(1, 65535), false, WORDS, null));
    }

    private static void pictures(List<Golden> all) {
        picture(all, "picture", "profile picture", SQUARE, scene(SQUARE, 2, 36));
        picture(all, "picture-flat", "one colour", SQUARE, new Tiny(flat(SQUARE, 0), 0, 30));
        picture(all, "picture-gradient", "smooth", LANDSCAPE, new Tiny(gradient(LANDSCAPE, 3), 3, 24));
        picture(all, "picture-noise", "levels in unary and beyond", SQUARE, new Tiny(noise(SQUARE, 0), 0, 12));
        picture(all, "picture-finest", "step 0", SQUARE, scene(SQUARE, 0, 0));
        picture(all, "picture-coarsest", "step 63", SQUARE, scene(SQUARE, 6, 63));
        picture(all, "picture-largest", "192 pixels on both sides", SQUARE, scene(SQUARE, 22, 52));
        ImageSize thin = new ImageSize(4000, 30);
        picture(all, "picture-thin", "8 pixels high, blocks split by the edge", thin, scene(thin, 4, 30));
        ImageSize odd = new ImageSize(500, 333);
        picture(all, "picture-odd", "a shape that no block fills", odd, scene(odd, 5, 30));
    }

    private static void picture(List<Golden> all, String name, String why, ImageSize size, Tiny tiny) {
        all.add(golden(name, why, size, false, null, tiny));
    }

    private static Tiny scene(ImageSize size, int sizeIndex, int step) {
        return new Tiny(TestPictures.scene(BitstreamWriter.tinySize(size, sizeIndex)), sizeIndex, step);
    }

    private static Raster flat(ImageSize size, int sizeIndex) {
        return TestPictures.flat(BitstreamWriter.tinySize(size, sizeIndex), 0x336699);
    }

    private static Raster gradient(ImageSize size, int sizeIndex) {
        return TestPictures.gradient(BitstreamWriter.tinySize(size, sizeIndex));
    }

    private static Raster noise(ImageSize size, int sizeIndex) {
        return TestPictures.noise(BitstreamWriter.tinySize(size, sizeIndex), 1);
    }

    private static Golden golden(String name, String why, ImageSize size, boolean archive, Layer text, Tiny tiny) {
        return new Golden(name, why, file(size, archive, text, tiny));
    }

    private static Golden coded(String name, String why, TextCoder coder) {
        BitstreamWriter writer = new BitstreamWriter(SQUARE, false);
        writer.text(new Layer.Prose("Two brown dogs run along the edge of a green lake. It's 9 o'clock."), coder);
        return new Golden(name, why, bytes(writer));
    }

    private static byte[] file(ImageSize size, boolean archive, Layer text, Tiny tiny) {
        BitstreamWriter writer = new BitstreamWriter(size, archive);
        if (text != null) {
            writer.text(text);
        }
        if (tiny != null) {
            writer.picture(tiny.picture, tiny.sizeIndex, tiny.step, 0);
        }
        return bytes(writer);
    }

    /** The bytes of a file that is complete. */
    static byte[] bytes(BitstreamWriter writer) {
        ByteBuffer file = writer.finish().bytes();
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        return bytes;
    }

    /** Reads a file with the calibration that some of them need. */
    static BitstreamReader.Read read(byte[] file) throws MalformedBitstreamException, UnsupportedBitstreamException {
        return BitstreamReader.read(file, List.of(CALIBRATION));
    }

    /** Files that must be refused. */
    static List<Golden> refused() {
        List<Golden> all = new ArrayList<>();
        byte[] text = file(SQUARE, false, CAT, null);
        byte[] archive = file(SQUARE, true, CAT, null);
        all.add(new Golden("empty", "no bytes at all", new byte[0]));
        all.add(new Golden("one-byte", "shorter than any file", Seal.bytes(0x48)));
        all.add(new Golden("other-format", "the start of a PNG file",
                Seal.bytes(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)));
        all.add(new Golden("truncated", "the last byte is missing", Arrays.copyOf(text, text.length - 1)));
        byte[] both = file(SQUARE, false, CAT, new Tiny(flat(SQUARE, 0), 0, 30));
        all.add(new Golden("extended", "one zero byte too many", Arrays.copyOf(both, both.length + 1)));
        all.add(new Golden("changed-byte", "one bit of the payload is changed", flip(text, 4)));
        all.add(new Golden("changed-check", "one bit of the check is changed", flip(text, text.length - 1)));
        all.add(new Golden("archive-changed-byte", "one bit of the payload is changed", flip(archive, 9)));
        all.add(new Golden("archive-truncated", "the last byte is missing", Arrays.copyOf(archive, archive.length - 1)));
        headers(all, text);
        payloads(all, text);
        vectorPayloads(all);
        return all;
    }

    private static void headers(List<Golden> all, byte[] text) {
        byte[] payload = Arrays.copyOfRange(text, 1, text.length - 1);
        sealed(all, "too-old", "format version 0", Seal.bytes(0x08), payload);
        sealed(all, "too-new", "format version 2", Seal.bytes(0x88), payload);
        sealed(all, "newest", "format version 3", Seal.bytes(0xc8), payload);
        sealed(all, "header-cut", "the header says that a size follows, and nothing does", Seal.bytes(0x4f));
        sealed(all, "header-any-for-first", "1024x1024 in full where a code would do",
                Seal.bytes(0x4f, 4, 0, 4, 0), payload);
        sealed(all, "header-any-for-common", "160x120 in full where a code would do",
                Seal.bytes(0x4f, 0, 160, 0, 120), payload);
        sealed(all, "header-long-layer-set", "a byte for the layer set {text}, which has a code",
                Seal.bytes(0x40, 1), payload);
        sealed(all, "size-zero-width", "no columns", Seal.bytes(0x4f, 0, 0, 1, 0), payload);
        sealed(all, "size-zero-height", "no rows", Seal.bytes(0x4f, 1, 0, 0, 0), payload);
        sealed(all, "size-code-unused", "a code beyond the end of the table", Seal.bytes(0x4e, 255), payload);
        sealed(all, "layers-none", "a file without layers", Seal.bytes(0x40, 0), payload);
        sealed(all, "layer-unknown", "a layer with id 4", Seal.bytes(0x40, 0x11), payload);
        sealed(all, "vector-with-size", "a vector of no picture, with a size code", Seal.bytes(0x79), payload);
    }

    private static void payloads(List<Golden> all, byte[] text) {
        byte[] body = Seal.body(file(SQUARE, false, CAT, new Tiny(flat(SQUARE, 0), 0, 30)));
        all.add(new Golden("payload-truncated", "a byte less than the message takes, with a valid check",
                Seal.brief(Seal.body(body))));
        all.add(new Golden("payload-extended", "a byte more than the message takes, with a valid check",
                Seal.brief(Seal.join(body, new byte[1]))));
        all.add(new Golden("payload-end", "the same content as a valid file, but the last byte is not the canonical one",
                otherEnd(file(SQUARE, false, null, new Tiny(gradient(SQUARE, 0), 0, 24)))));
        sealed(all, "text-coder-reserved", "text coder 8", header(LayerType.TEXT), kind(8));
        sealed(all, "text-not-utf-8", "a lone continuation byte", header(LayerType.TEXT), raw(false, 0x80));
        sealed(all, "text-surrogate", "a surrogate in UTF-8", header(LayerType.TEXT), raw(false, 0xed, 0xa0, 0x80));
        sealed(all, "keywords-none", "a list without words", header(LayerType.TEXT), raw(true));
        sealed(all, "keywords-empty-word", "two spaces", header(LayerType.TEXT), raw(true, ' ', 'a', ' ', ' ', 'b'));
        sealed(all, "keywords-no-space", "the first word has no space before it", header(LayerType.TEXT), raw(true, 'a'));
        sealed(all, "picture-cut", "a picture layer that ends at once", header(LayerType.PICTURE), Seal.bytes(0xff));
        sealed(all, "sketch-cut", "a sketch layer that ends at once", Seal.bytes(0x40, 8), Seal.bytes(0xff));
        sealed(all, "both-no-picture", "the layer set says text and picture; the text alone is there",
                Seal.bytes(0x58), Arrays.copyOfRange(text, 1, text.length - 1));
    }

    private static void vectorPayloads(List<Golden> all) {
        sealed(all, "vector-cut", "a vector layer that ends at once", Seal.bytes(0x78), Seal.bytes(0xff));
        sealed(all, "vector-coder-reserved", "vector kind 2", Seal.bytes(0x78), VectorSyntax.kind(2));
        sealed(all, "vector-dimension", "512 dimensions in full where a kind would do", Seal.bytes(0x78),
                VectorSyntax.dimension(512));
        Embedding usual = TestVectors.nearSubspace(200, 96, 6, 0.05, 8).get(3);
        Calibration other = Calibrator.learn(TestVectors.nearSubspace(200, 96, 6, 0.05, 11), 2, () -> {});
        all.add(vector("vector-calibration", "coded with a calibration that is not here", null, other, usual, 16));
    }

    private static void sealed(List<Golden> all, String name, String why, byte[]... parts) {
        all.add(new Golden(name, why, Seal.brief(Seal.join(parts))));
    }

    private static byte[] header(LayerType type) {
        return new Header(EnumSet.of(type), SQUARE).toBytes();
    }

    private static byte[] kind(int id) {
        RangeEncoder out = new RangeEncoder();
        RawText.kind(id, out);
        return out.finish();
    }

    /** A text layer that is coded without the prior. */
    private static byte[] raw(boolean words, int... utf8) {
        RangeEncoder out = new RangeEncoder();
        RawText.encode(Seal.bytes(utf8), words, out);
        return out.finish();
    }

    private static byte[] flip(byte[] file, int at) {
        byte[] changed = file.clone();
        changed[at] ^= 0x10;
        return changed;
    }

    /** A file whose last payload byte is another one with which the same symbols come out. */
    private static byte[] otherEnd(byte[] file) {
        byte[] body = Seal.body(file);
        for (int change = 1; change < 256; change++) {
            byte[] changed = body.clone();
            changed[body.length - 1] += (byte) change;
            byte[] sealed = Seal.brief(changed);
            if (refusal(sealed).contains("not those of a finished message")) {
                return sealed;
            }
        }
        throw new IllegalStateException("this message has one possible last byte only; choose another text");
    }

    /** What the reader says of a file, {@code <exception>: <message>}; empty when it reads it. */
    static String refusal(byte[] file) {
        try {
            read(file);
            return "";
        } catch (MalformedBitstreamException | UnsupportedBitstreamException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
