package dev.inkling.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.TestVectors;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layer as a whole: what is written is what is read, within its bytes, and near enough to the vector. */
class VectorLayerTest {
    private static final int VECTORS = 12;

    private static byte[] message(VectorEncoder.Written written) {
        return written.out().finish();
    }

    private static Layer.Vector decode(byte[] message, Calibration... known) throws IOException {
        RangeDecoder in = new RangeDecoder(message, 0, message.length);
        Layer.Vector layer = VectorDecoder.decode(in, List.of(known));
        in.finish();
        return layer;
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 127, 128, 384, 512, 999, 1152, 2048})
    void whatIsWrittenIsRead(int dimension) throws IOException {
        for (int bytes : new int[] {dimension / 40, dimension / 8, dimension / 2}) {
            Embedding vector = TestVectors.gaussian(dimension, bytes);
            VectorEncoder.Written written = VectorEncoder.encode(vector, null, bytes, new RangeEncoder());
            byte[] message = message(written);

            assertThat(decode(message)).isEqualTo(written.layer());
            assertThat(message.length).isBetween(1, Math.max(7, bytes));
        }
    }

    /** The bound for Gaussian vectors is a distortion of 2^(-2 rate); the rate is that of a file, with its two other bytes. */
    @ParameterizedTest
    @CsvSource({"0.25, 0.55", "0.5, 0.55", "1, 0.55", "2, 0.55", "4, 0.6"})
    void gaussianVectorsAreNearTheBound(double rate, double most) throws IOException {
        int dimension = 768;
        double cosines = 0;
        double bits = 0;
        for (int i = 0; i < VECTORS; i++) {
            Embedding vector = TestVectors.gaussian(dimension, 100 + i);
            int bytes = (int) (rate * dimension / 8) - 2;
            byte[] message = message(VectorEncoder.encode(vector, null, bytes, new RangeEncoder()));
            cosines += decode(message).embedding().cosine(vector) / VECTORS;
            bits += 8.0 * (message.length + 2) / VECTORS;
        }
        double decibels = 10 * Math.log10((1 - cosines * cosines) * Math.pow(2, 2 * bits / dimension));
        assertThat(decibels).isBetween(0.0, most);
    }

    /** A vector along an axis is no worse off than one along none: the rotation sees to it. */
    @ParameterizedTest
    @ValueSource(ints = {64, 96, 512, 640, 1023})
    void sparseVectorsAreLikeOthers(int dimension) throws IOException {
        double[] values = new double[dimension];
        values[dimension / 3] = -2;
        Embedding vector = Embedding.of(values);

        assertThat(decoded(vector)).isGreaterThan(decoded(TestVectors.gaussian(dimension, 1)) - 0.02);
    }

    /** Cosine after two bits a dimension. */
    private static double decoded(Embedding vector) throws IOException {
        byte[] message = message(VectorEncoder.encode(vector, null, vector.dimension() / 4, new RangeEncoder()));
        return decode(message).embedding().cosine(vector);
    }

    @Test
    void decodedVectorHasLengthOne() throws IOException {
        Embedding vector = TestVectors.gaussian(768, 1);
        Embedding decoded =
                decode(message(VectorEncoder.encode(vector, null, 94, new RangeEncoder()))).embedding();
        double squares = 0;
        for (int i = 0; i < decoded.dimension(); i++) {
            squares += Math.pow(decoded.component(i), 2);
        }
        assertThat(Math.sqrt(squares)).isEqualTo(1, within(1e-5));
    }

    @Test
    void calibrationHalvesTheBitsOfVectorsNearASubspace() throws IOException {
        List<Embedding> all = TestVectors.nearSubspace(1200, 768, 64, 0.2, 5);
        Calibration calibration = CalibrationLearner.learn(all.subList(0, 1000), 64, () -> {});
        double plain = 0;
        double calibrated = 0;
        for (Embedding vector : all.subList(1000, 1020)) {
            byte[] whole = message(VectorEncoder.encode(vector, null, 94, new RangeEncoder()));
            byte[] half = message(VectorEncoder.encode(vector, calibration, 46, new RangeEncoder()));
            plain += decode(whole).embedding().cosine(vector);
            calibrated += decode(half, calibration).embedding().cosine(vector);
        }
        assertThat(calibrated).isGreaterThan(plain);
    }

    @Test
    void vectorIsRefusedWithoutItsCalibration() {
        List<Embedding> all = TestVectors.nearSubspace(100, 80, 4, 0.1, 5);
        Calibration calibration = CalibrationLearner.learn(all, 4, () -> {});
        Calibration other = CalibrationLearner.learn(all, 3, () -> {});
        byte[] message = message(VectorEncoder.encode(all.get(0), calibration, 20, new RangeEncoder()));

        assertThatThrownBy(() -> decode(message, other))
                .isInstanceOf(UnsupportedBitstreamException.class)
                .hasMessageContaining("calibration: found " + calibration.id());
    }

    @Test
    void otherLayersMayComeBefore() throws IOException {
        RangeEncoder before = new RangeEncoder();
        before.encodeUniform(7, 13);
        Embedding vector = TestVectors.gaussian(512, 3);
        VectorEncoder.Written written = VectorEncoder.encode(vector, null, 64, before);
        byte[] message = message(written);
        RangeDecoder in = new RangeDecoder(message, 0, message.length);

        assertThat(in.decodeUniform(13)).isEqualTo(7);
        assertThat(VectorDecoder.decode(in, List.of())).isEqualTo(written.layer());
        assertThat(message).hasSizeLessThanOrEqualTo(64);
        assertThat(before.finish()).hasSizeLessThan(2);
    }
}
