package dev.inkling.codec;

import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureFormat;
import dev.inkling.image.PictureReader;
import dev.inkling.image.PictureWriter;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.picture.PictureEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Writes what the generator network is trained on: photographs, and for each of them tiny pictures as they are decoded,
 * enlarged to a quarter of the photograph's sides. {@code index.tsv} has a line a pair: photograph, enlarged tiny
 * picture, quantiser step, width and height of the tiny picture.
 */
final class ExportTinyPictures {
    /** Long sides that larger photographs are shrunk to, each once. */
    private static final int[] LONG_SIDES = {1024, 768, 576};

    private static final int MULTIPLE = 8;
    private static final int VERSIONS = 10;

    /** How many times smaller a tiny picture is than its photograph. */
    private static final double LEAST_FACTOR = 4;

    private static final double LARGEST_FACTOR = 14;

    /** Error of shrinking in squared quantiser steps: what rate control may choose, and more. */
    private static final double LEAST_BALANCE = 0.004;

    private static final double LARGEST_BALANCE = 0.06;

    private ExportTinyPictures() {}

    /** Arguments: folder of PNG photographs, folder to write. */
    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[1]));
        List<Path> files;
        try (Stream<Path> list = Files.list(Path.of(args[0]))) {
            files = list.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
        Random random = new Random(5);
        try (PrintStream index = new PrintStream(
                Files.newOutputStream(out.resolve("index.tsv")), false, StandardCharsets.UTF_8)) {
            for (Path file : files) {
                List<Raster> photographs = photographs(PictureReader.read(file));
                for (int k = 0; k < photographs.size(); k++) {
                    String name = file.getFileName().toString().replace(".png", "-" + k);
                    pairs(photographs.get(k), name, out, random, index);
                }
            }
        }
    }

    private static List<Raster> photographs(Raster source) {
        List<Raster> photographs = new ArrayList<>();
        for (int side : LONG_SIDES) {
            if (side < source.size().longSide()) {
                photographs.add(Resampler.resize(source, multiple(source.size().scaledTo(side)), Kernel.LANCZOS));
            }
        }
        if (photographs.isEmpty()) {
            ImageSize size = multiple(source.size());
            photographs.add(
                    size.equals(source.size()) ? source : Resampler.resize(source, size, Kernel.LANCZOS));
        }
        return photographs;
    }

    private static ImageSize multiple(ImageSize size) {
        return new ImageSize(size.width() / MULTIPLE * MULTIPLE, size.height() / MULTIPLE * MULTIPLE);
    }

    private static void pairs(Raster photograph, String name, Path out, Random random, PrintStream index)
            throws IOException {
        write(photograph, out.resolve(name + ".png"));
        View view = new View(photograph);
        ImageSize quarter = new ImageSize(photograph.width() / 4, photograph.height() / 4);
        for (int version = 0; version < VERSIONS; version++) {
            int size = sizeNearest(photograph.size(), between(LEAST_FACTOR, LARGEST_FACTOR, random));
            double stepSize = Math.sqrt(view.shrinkingError(size) / between(LEAST_BALANCE, LARGEST_BALANCE, random));
            int step = (int) Math.max(0, Math.min(63, Math.rint(12 * Math.log(stepSize / 9) / Math.log(2))));
            Raster tiny = PictureEncoder.encode(view.tiny(size), step, 0, new RangeEncoder());
            String pair = name + "-" + version + ".png";
            write(Resampler.resize(tiny, quarter, Kernel.CUBIC), out.resolve(pair));
            index.printf("%s.png\t%s\t%d\t%d\t%d%n", name, pair, step, tiny.width(), tiny.height());
        }
    }

    /** A number whose logarithm is uniformly distributed. */
    private static double between(double least, double largest, Random random) {
        return least * Math.pow(largest / least, random.nextDouble());
    }

    private static int sizeNearest(ImageSize picture, double factor) {
        return IntStream.range(0, BitstreamWriter.TINY_SIZES)
                .boxed()
                .min((a, b) -> Double.compare(distance(picture, a, factor), distance(picture, b, factor)))
                .orElseThrow();
    }

    private static double distance(ImageSize picture, int size, double factor) {
        return Math.abs(BitstreamWriter.tinySize(picture, size).longSide() * factor - picture.longSide());
    }

    private static void write(Raster picture, Path file) throws IOException {
        Files.deleteIfExists(file);
        try (FileImageOutputStream stream = new FileImageOutputStream(file.toFile())) {
            PictureWriter.write(picture, PictureFormat.PNG, stream);
        }
    }
}
