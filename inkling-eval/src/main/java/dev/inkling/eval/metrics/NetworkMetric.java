package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import java.io.UncheckedIOException;

/**
 * A metric whose network returns the score itself.
 *
 * @param name           its name
 * @param higherIsBetter its direction
 * @param network        makes one number, the score, of what it is given
 * @param preparation    makes what the network is given of a pair
 */
record NetworkMetric(String name, boolean higherIsBetter, Network network, Preparation preparation) implements Metric {
    /** Makes the inputs of a network. */
    @FunctionalInterface
    interface Preparation {
        /** The inputs in the order of the network. */
        Tensor[] of(Raster source, Raster reconstruction);
    }

    @Override
    public double measure(Raster source, Raster reconstruction) throws ProviderException {
        Tensor score = network.run(preparation.of(source, reconstruction));
        if (score.floats().length != 1) {
            throw network.file().failure("expected one number as result, found " + score);
        }
        if (!Float.isFinite(score.floats()[0])) {
            throw network.file().failure("its score is not a finite number");
        }
        return score.floats()[0];
    }

    @Override
    public String model() {
        return network.file().toString();
    }

    @Override
    public void close() {
        close(network);
    }

    /** For networks that compare pictures of one size. */
    static void requireSame(Raster a, Raster b) {
        if (!a.size().equals(b.size())) {
            throw new IllegalArgumentException("sizes " + a.size() + " and " + b.size() + " differ");
        }
    }

    /** For metrics, whose {@code close} cannot say that ONNX Runtime failed. */
    static void close(Network network) {
        try {
            network.close();
        } catch (ProviderException e) {
            throw new UncheckedIOException(e);
        }
    }
}
