package dev.inkling.vector;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.entropy.RangeEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Writes a vector layer as exact as a number of bytes allows. Not thread-safe.
 *
 * <p>The distortion is set once, from the room; then the price of a bit is lowered as far as the room goes.
 */
public final class VectorEncoder {
    /** Price of a bit in units of the distortion, at the slope of the distortion-rate function: 2 ln 2. */
    private static final double FAIR = 1.3862943611198906;

    /** A price at which hardly any level but 0 is bought. */
    private static final double DEAREST = 32 * FAIR;

    /** Bits of a message that its end leaves unused, on average. */
    private static final int SPARE = 3;

    private static final int TRIALS = 6;

    private final Basis basis;
    private final @Nullable Calibration calibration;
    private final double[] coefficients;
    private final int maxBytes;
    private final RangeEncoder before;

    private VectorEncoder(
            Embedding embedding, @Nullable Calibration calibration, int maxBytes, RangeEncoder before) {
        this.basis = calibration == null ? Basis.rotated(embedding.dimension()) : CalibratedBasis.of(calibration);
        this.calibration = calibration;
        this.coefficients = basis.analyse(embedding);
        this.maxBytes = maxBytes;
        this.before = before;
    }

    /**
     * What was written.
     *
     * @param layer as a decoder will read it
     * @param out   the message with it
     */
    public record Written(Layer.Vector layer, RangeEncoder out) {}

    /**
     * Adds a vector to a message.
     *
     * @param calibration of vectors of that dimension; null for none
     * @param maxBytes    length of the finished message that is not exceeded unless even the coarsest vector does
     * @param before      the message so far, which stays as it is
     */
    public static Written encode(
            Embedding embedding, @Nullable Calibration calibration, int maxBytes, RangeEncoder before) {
        if (calibration != null && calibration.dimension() != embedding.dimension()) {
            throw new IllegalArgumentException("a calibration for " + calibration.dimension() + " dimensions, but "
                    + embedding);
        }
        return new VectorEncoder(embedding, calibration, maxBytes, before).best();
    }

    /**
     * The finest distortion at which the message fits at the fair price, and then the lowest price at which it does.
     * Where rates are lowest already, a higher price is better than a coarser distortion, which is the last resort.
     */
    private Written best() {
        int widest = nominal();
        Attempt attempt = attempt(widest, FAIR);
        while (!attempt.fits() && widest > Rates.LEAST) {
            widest--;
            attempt = attempt(widest, FAIR);
        }
        Attempt best = attempt.fits() ? cheapest(attempt, FAIR / 4) : cheapest(attempt.at(DEAREST), FAIR);
        return (best.fits() || widest == 1 ? best : attempt(1, DEAREST)).written();
    }

    /** The rate of the widest coefficient at which all rates together take the room that there is, or a little more. */
    private int nominal() {
        long room = 8L * maxBytes - before.bits();
        int widest = 1;
        while (widest < Rates.COUNT && new Rates(basis, widest).sum() < Rates.UNIT * room) {
            widest++;
        }
        return widest;
    }

    /** Lowers the price of a bit as far as the message fits: bits go about with the logarithm of the price. */
    private Attempt cheapest(Attempt dear, double lowest) {
        Attempt fits = dear;
        Attempt exceeds = dear.at(lowest);
        for (int i = 0; i < TRIALS && !exceeds.fits(); i++) {
            double part = (8.0 * maxBytes - SPARE - fits.bits()) / Math.max(1, exceeds.bits() - fits.bits());
            double place = Math.max(0.1, Math.min(0.9, part));
            Attempt between = dear.at(fits.price * StrictMath.pow(exceeds.price / fits.price, place));
            if (between.fits()) {
                fits = between;
            } else {
                exceeds = between;
            }
        }
        return exceeds.fits() ? exceeds : fits;
    }

    private Attempt attempt(int widest, double price) {
        Rates rates = new Rates(basis, widest);
        return new Attempt(widest, rates, new TrellisSearch(coefficients, rates), price);
    }

    /** One way to code the vector. */
    private final class Attempt {
        private final int widest;
        private final Rates rates;
        private final TrellisSearch search;
        private final int[] levels;
        private final double price;
        private final RangeEncoder out;

        Attempt(int widest, Rates rates, TrellisSearch search, double price) {
            this.widest = widest;
            this.rates = rates;
            this.search = search;
            this.price = price;
            levels = search.levels(price);
            out = new RangeEncoder(before);
            write();
        }

        /** The same distortion at another price of a bit. */
        Attempt at(double price) {
            return new Attempt(widest, rates, search, price);
        }

        private void write() {
            if (calibration == null) {
                VectorKind.encode(basis.dimension(), out);
            } else {
                VectorKind.encode(calibration, out);
            }
            out.encodeUniform(widest - 1, Rates.COUNT);
            int next = 0;
            for (int i = 0; i < basis.dimension(); i++) {
                if (rates.of(i) > 0) {
                    rates.table(i).encode(levels[next++], out);
                }
            }
        }

        long bits() {
            return out.bits();
        }

        boolean fits() {
            return out.finish().length <= maxBytes;
        }

        private Embedding embedding() {
            Reconstruction reconstruction = new Reconstruction(basis, rates);
            int next = 0;
            for (int i = 0; i < basis.dimension(); i++) {
                if (rates.of(i) > 0) {
                    reconstruction.add(i, levels[next++]);
                }
            }
            return reconstruction.embedding();
        }

        Written written() {
            return new Written(new Layer.Vector(embedding(), calibration == null ? null : calibration.id()), out);
        }
    }
}
