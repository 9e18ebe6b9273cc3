package dev.inkling.sketch;

import dev.inkling.Sketch;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.MixingModel;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Trains the model of the sketch layer with the sketches of {@code ExportSketches}; the network must be there already.
 *
 * <p>Usage: {@code SketchModelTrainer SKETCHES FILE}
 */
final class SketchModelTrainer {
    private static final long SEED = 7;

    /** A sketch and its size index. */
    record Example(Sketch sketch, int sizeIndex) {}

    public static void main(String[] arguments) throws IOException {
        List<Example> examples = read(Path.of(arguments[0]));
        Collections.shuffle(examples, new Random(SEED));
        MixingModel line = SketchModels.untrained();
        line.adapt(MixingModel.Adaptation.TRAINING);
        for (Example example : examples) {
            BitCoder coder = BitCoder.encoding(new RangeEncoder());
            SketchSyntax.code(coder, line, example.sketch.size(), example.sizeIndex, example.sketch);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(
                new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION)))) {
            line.write(out);
        }
        Files.write(Path.of(arguments[1]), bytes.toByteArray());
        System.out.println(examples.size() + " sketches, " + bytes.size() + " bytes");
    }

    /** The sketches of a file that {@code ExportSketches} wrote. */
    static List<Example> read(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                int sizeIndex = in.readUnsignedShort();
                ImageSize size = new ImageSize(in.readUnsignedShort(), in.readUnsignedShort());
                BitSet lines = new BitSet();
                for (int i = 0; i < size.pixels(); i++) {
                    lines.set(i, in.readByte() == 1);
                }
                examples.add(new Example(new Sketch(size, lines), sizeIndex));
            }
        } catch (EOFException e) {
            return examples;
        }
    }
}
