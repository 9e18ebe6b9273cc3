package dev.inkling.onnx;

import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The network of the embedded generator, which comes with this module and was trained on tiny pictures of this codec
 * ({@code docs/models/generator.md}). It is given the tiny picture as interpolation enlarges it, how coarsely it was
 * quantised, how many times larger the result is, and noise. Thread-safe, but close it only when no call is running.
 */
final class GeneratorNetwork implements Closeable {
    private static final String RESOURCE = "generator.onnx";

    /** How many times larger than the tiny picture the network may make each side. */
    private static final int LEAST_FACTOR = 4;

    private static final int LARGEST_FACTOR = 16;

    /** The network is given the tiny picture at a quarter of the sides wanted, and works on grids of 1/8 and 1/16. */
    private static final int TINY_SCALE = 4;

    private static final int GRID = 8;
    private static final int MULTIPLE = 16;

    /** What the network's conditions are divided by. */
    private static final float LARGEST_STEP = 63;

    private static final float OCTAVES = 4;

    /** In pixels of the network's input. */
    private static final Tiling DEFAULT_TILING = new Tiling(320, 24);

    private final Network network;
    private final Tiling tiling;

    /**
     * Loads the network.
     *
     * @param threads how many threads one picture may keep busy, 1 or more
     * @throws ProviderException when ONNX Runtime does not work here
     */
    GeneratorNetwork(int threads) throws ProviderException {
        this(threads, DEFAULT_TILING);
    }

    GeneratorNetwork(int threads, Tiling tiling) throws ProviderException {
        this.network = new Network("the embedded generator", resource(), threads);
        this.tiling = tiling;
    }

    private static byte[] resource() {
        try (InputStream in = GeneratorNetwork.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the module");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture that a tiny picture stands for. */
    Raster enlarge(Layer.Picture picture, ImageSize size) throws ProviderException {
        ImageSize tiny = picture.tiny().size();
        ImageSize work = new ImageSize(
                workSide(size.width(), tiny.width()), workSide(size.height(), tiny.height()));
        double enlargement = StrictMath.sqrt((double) work.pixels() / tiny.pixels());
        float octaves = (float) (StrictMath.log(enlargement) / StrictMath.log(2));
        Raster input = Resampler.resize(
                picture.tiny(), new ImageSize(work.width() / TINY_SCALE, work.height() / TINY_SCALE), Kernel.CUBIC);
        Raster made = GridFilter.apply(run(Planes.of(input), picture.step() / LARGEST_STEP, octaves / OCTAVES));
        boolean shrinks = size.width() < work.width() && size.height() < work.height();
        return Resampler.resize(made, size, shrinks ? Kernel.LANCZOS : Kernel.CUBIC);
    }

    private static int workSide(int side, int tiny) {
        int clamped = Math.max(LEAST_FACTOR * tiny, Math.min(LARGEST_FACTOR * tiny, side));
        return (clamped + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    private Raster run(Planes input, float step, float octaves) throws ProviderException {
        ImageSize size = new ImageSize(TINY_SCALE * input.width(), TINY_SCALE * input.height());
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (Tiling.Tile tile : tiling.tiles(input.width(), input.height())) {
            tile.keep(run(tile, input, step, octaves), TINY_SCALE, rgb, size.width());
        }
        return Raster.wrap(size, rgb);
    }

    private Planes run(Tiling.Tile tile, Planes input, float step, float octaves) throws ProviderException {
        Planes part = tile.cut(input);
        int ratio = GRID / TINY_SCALE;
        int width = part.width() / ratio;
        int height = part.height() / ratio;
        float[] conditions = new float[2 * width * height];
        Arrays.fill(conditions, 0, width * height, step);
        Arrays.fill(conditions, width * height, conditions.length, octaves);
        float[] noise = NoisePlanes.of(tile.columns().from(), tile.rows().from(), part.width(), part.height());
        Tensor made = network.run(
                Tensor.ofFloats(part.samples(), 1, Planes.CHANNELS, part.height(), part.width()),
                Tensor.ofFloats(conditions, 1, 2, height, width),
                Tensor.ofFloats(noise, 1, NoisePlanes.COUNT, part.height(), part.width()));
        return new Planes(TINY_SCALE * part.width(), TINY_SCALE * part.height(), made.floats());
    }

    /** Frees the network. */
    @Override
    public void close() throws ProviderException {
        network.close();
    }
}
