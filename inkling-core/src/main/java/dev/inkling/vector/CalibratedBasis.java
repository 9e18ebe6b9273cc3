package dev.inkling.vector;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes the mean off, turns the principal axes into the first coefficients, and rotates what is left. Only these others
 * are rotated: mixing coefficients of different spread would lose what is known of them.
 */
record CalibratedBasis(Calibration calibration, List<Reflection> axes, Rotation rest) implements Basis {
    static Basis of(Calibration calibration) {
        List<Reflection> axes = IntStream.range(0, calibration.axes())
                .mapToObj(k -> new Reflection(k, calibration.reflection(k)))
                .toList();
        return new CalibratedBasis(calibration, axes, new Rotation(calibration.dimension() - calibration.axes()));
    }

    @Override
    public int dimension() {
        return calibration.dimension();
    }

    @Override
    public int spread(int i) {
        return calibration.spread(i);
    }

    @Override
    public double[] analyse(Embedding embedding) {
        double[] values = new double[dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (double) embedding.units(i) / Embedding.ONE - (double) calibration.mean(i) / Calibration.ONE;
        }
        axes.forEach(axis -> axis.apply(values));
        double[] others = rest.forward(Arrays.copyOfRange(values, axes.size(), values.length));
        System.arraycopy(others, 0, values, axes.size(), others.length);
        return values;
    }

    @Override
    public long[] synthesise(long[] coefficients) {
        long[] values = coefficients.clone();
        long[] others = rest.inverse(Arrays.copyOfRange(values, axes.size(), values.length));
        System.arraycopy(others, 0, values, axes.size(), others.length);
        for (int k = axes.size() - 1; k >= 0; k--) {
            axes.get(k).apply(values);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += (long) calibration.mean(i) * (Embedding.ONE / Calibration.ONE);
        }
        return values;
    }
}
