package dev.inkling.onnx;

import dev.inkling.ProviderException;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Arrays;

/** A loaded network that is known to enlarge pictures by a whole factor. Thread-safe, but for {@link #close}. */
final class UpscalerNetwork implements Closeable {
    private static final int LARGEST_FACTOR = 16;

    /** Not square, so that a network that swaps the sides is found out. */
    private static final Planes PROBE = new Planes(24, 16);

    private final Network network;
    private final int factor;

    /**
     * @param model   the ONNX file
     * @param threads how many threads one run may keep busy, 1 or more
     */
    UpscalerNetwork(Path model, int threads) throws ProviderException {
        this.network = new Network(model, threads);
        this.factor = findFactor();
    }

    /** Checks the signature and tries the network; frees it when it is no upscaler. */
    private int findFactor() throws ProviderException {
        try {
            Signature.check(name(), network.inputs(), network.outputs());
            return factorOf(shape(PROBE), runRaw(PROBE).shape());
        } catch (ProviderException e) {
            close();
            throw e;
        }
    }

    private int factorOf(long[] from, long[] to) throws ProviderException {
        long found = to.length == from.length ? to[3] / from[3] : 0;
        long[] expected = {1, Planes.CHANNELS, found * from[2], found * from[3]};
        if (found < 1 || found > LARGEST_FACTOR || !Arrays.equals(to, expected)) {
            throw network.file().failure("expected an output " + Planes.CHANNELS
                    + " channels deep and a whole number of times, 1 to " + LARGEST_FACTOR
                    + ", as wide and high as the input, found " + Signature.describe(to)
                    + " from " + Signature.describe(from));
        }
        return (int) found;
    }

    /** Name of the model, for messages. */
    String name() {
        return network.file().name();
    }

    /** How many times wider and higher the result is, 1 to 16. */
    int factor() {
        return factor;
    }

    /** The enlarged picture; its samples are finite, but may be below 0 or above 1. */
    Planes run(Planes picture) throws ProviderException {
        Tensor output = runRaw(picture);
        if (factorOf(shape(picture), output.shape()) != factor) {
            throw network.file().failure("enlarges " + Signature.describe(shape(picture)) + " to " + output
                    + ", but the probe " + factor + " times");
        }
        for (float sample : output.floats()) {
            if (!Float.isFinite(sample)) {
                throw network.file().failure("its result has a sample that is not a finite number");
            }
        }
        return new Planes(factor * picture.width(), factor * picture.height(), output.floats());
    }

    private Tensor runRaw(Planes picture) throws ProviderException {
        return network.run(Tensor.ofFloats(picture.samples(), shape(picture)));
    }

    private static long[] shape(Planes picture) {
        return new long[] {1, Planes.CHANNELS, picture.height(), picture.width()};
    }

    @Override
    public void close() throws ProviderException {
        network.close();
    }
}
