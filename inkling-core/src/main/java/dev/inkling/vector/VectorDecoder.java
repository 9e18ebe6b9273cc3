package dev.inkling.vector;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.util.List;

/** Reads a vector layer. Integers only. */
public final class VectorDecoder {
    private VectorDecoder() {}

    /**
     * Reads a layer.
     *
     * @param known the calibrations at hand
     * @throws MalformedBitstreamException   when it is not a vector layer
     * @throws UnsupportedBitstreamException when it was coded with a calibration that is not at hand
     */
    public static Layer.Vector decode(RangeDecoder in, List<Calibration> known)
            throws MalformedBitstreamException, UnsupportedBitstreamException {
        int kind = VectorKind.decode(in);
        if (kind == VectorKind.CALIBRATED) {
            Calibration calibration = calibration(VectorKind.decodeId(in), known);
            return new Layer.Vector(decode(in, CalibratedBasis.of(calibration)), calibration.id());
        }
        return new Layer.Vector(decode(in, Basis.rotated(VectorKind.decodeDimension(kind, in))), null);
    }

    private static Calibration calibration(String id, List<Calibration> known) throws UnsupportedBitstreamException {
        for (Calibration calibration : known) {
            if (calibration.id().equals(id)) {
                return calibration;
            }
        }
        throw new UnsupportedBitstreamException(
                "calibration", id, "the vector can only be read with the calibration file of that name");
    }

    private static Embedding decode(RangeDecoder in, Basis basis) throws MalformedBitstreamException {
        Rates rates = new Rates(basis, 1 + in.decodeUniform(Rates.COUNT));
        Reconstruction reconstruction = new Reconstruction(basis, rates);
        for (int i = 0; i < basis.dimension(); i++) {
            if (rates.of(i) > 0) {
                reconstruction.add(i, rates.table(i).decode(in));
            }
        }
        return reconstruction.embedding();
    }
}
