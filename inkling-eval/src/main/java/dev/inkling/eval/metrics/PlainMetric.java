package dev.inkling.eval.metrics;

import dev.inkling.image.Raster;
import java.util.function.ToDoubleBiFunction;

/**
 * A metric without a model.
 *
 * @param name           its name
 * @param higherIsBetter its direction
 * @param of             computes it from source and reconstruction
 */
record PlainMetric(String name, boolean higherIsBetter, ToDoubleBiFunction<Raster, Raster> of) implements Metric {
    @Override
    public double measure(Raster source, Raster reconstruction) {
        return of.applyAsDouble(source, reconstruction);
    }

    @Override
    public String model() {
        return "";
    }

    @Override
    public void close() {}
}
