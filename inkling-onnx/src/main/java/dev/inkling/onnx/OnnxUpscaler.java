package dev.inkling.onnx;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Enlarges the tiny picture with a network from an ONNX file, once, and brings the result to the full size by
 * interpolation. Files without a tiny picture go to the embedded generator, and a note says so.
 *
 * <p>The network has one input, {@code N x 3 x H x W} floats, red, green and blue planes from 0 to 1, for any
 * {@code H} and {@code W}; and one output, {@code N x 3 x kH x kW} of the same kind, for a whole {@code k} from 1 to
 * 16. It is given sides that are multiples of 8, at least 16 and at most 128.
 *
 * <p>Thread-safe, but close it only when no call is running. The same layers give nearly the same picture on every
 * machine, not exactly the same: networks compute with floats.
 */
public final class OnnxUpscaler implements Generator, Closeable {
    /** With Real-ESRGAN general x4 (34 pixels of context) a margin of 24 changes samples by 1 at most, 16 by 3. */
    private static final Tiling DEFAULT_TILING = new Tiling(128, 24);

    private final UpscalerNetwork network;
    private final Tiling tiling;
    private final Generator embedded = new ClassicalGenerator();

    /**
     * Loads a network and tries it on a few pixels.
     *
     * @param model   the ONNX file
     * @param threads how many threads one picture may keep busy, 1 or more
     * @throws ProviderException when the file is missing or no ONNX model, when the network is not such an upscaler, or
     *                           when ONNX Runtime does not work here; the message says what was expected and found
     */
    public OnnxUpscaler(Path model, int threads) throws ProviderException {
        this(model, threads, DEFAULT_TILING);
    }

    OnnxUpscaler(Path model, int threads, Tiling tiling) throws ProviderException {
        this.network = new UpscalerNetwork(model, threads);
        this.tiling = tiling;
    }

    @Override
    public Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Picture picture) {
                return new Generated(enlarge(picture.tiny(), size), List.of());
            }
        }
        return withoutPicture(layers, size);
    }

    private Raster enlarge(Raster tiny, ImageSize size) throws ProviderException {
        int factor = network.factor();
        Planes picture = Planes.ofExtended(tiny);
        Planes enlarged = new Planes(factor * picture.width(), factor * picture.height());
        for (Tiling.Tile tile : tiling.tiles(picture.width(), picture.height())) {
            tile.keep(network.run(tile.cut(picture)), factor, enlarged);
        }
        Raster larger = enlarged.toRaster(new ImageSize(factor * tiny.width(), factor * tiny.height()));
        boolean shrinks = size.width() < larger.width() && size.height() < larger.height();
        return Resampler.resize(larger, size, shrinks ? Kernel.LANCZOS : Kernel.CUBIC);
    }

    private Generated withoutPicture(List<Layer> layers, ImageSize size) throws ProviderException {
        Generated generated = embedded.generate(layers, size);
        List<String> notes = new ArrayList<>(generated.notes());
        notes.add(network.name() + " needs a picture layer, which this file does not have;"
                + " the embedded generator made the picture.");
        return new Generated(generated.picture(), notes);
    }

    /** Frees the network. */
    @Override
    public void close() throws ProviderException {
        network.close();
    }
}
