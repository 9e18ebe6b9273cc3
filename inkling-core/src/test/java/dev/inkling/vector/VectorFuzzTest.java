package dev.inkling.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.FuzzSeeds;
import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a vector layer, or a calibration, or are refused. */
class VectorFuzzTest {
    private static final Calibration KNOWN = FuzzSeeds.of("golden", ".inkc").map(VectorFuzzTest::read).findFirst().orElseThrow();

    static Stream<byte[]> layers() {
        return FuzzSeeds.of("fuzz/vector", ".bin");
    }

    static Stream<byte[]> calibrations() {
        return FuzzSeeds.of("golden", ".inkc");
    }

    private static Calibration read(byte[] file) {
        try {
            return Calibration.read(file);
        } catch (MalformedBitstreamException | UnsupportedBitstreamException e) {
            throw new AssertionError("a damaged seed", e);
        }
    }

    @MethodSource("layers")
    @FuzzTest(maxDuration = "20m")
    void anyBytesAreDecodedOrRefused(byte[] layer) {
        decode(layer, KNOWN);
    }

    /** The vector that is read with it has the bytes of a valid layer, whatever the calibration says. */
    @MethodSource("calibrations")
    @FuzzTest(maxDuration = "20m")
    void anyBytesAreACalibrationOrRefused(byte[] file) {
        try {
            Calibration calibration = Calibration.read(file);
            assertThat(calibration.bytes()).isEqualTo(file);
            double[] ones = new double[calibration.dimension()];
            Arrays.fill(ones, 1);
            RangeEncoder out = VectorEncoder.encode(Embedding.of(ones), calibration, 60, new RangeEncoder()).out();
            decode(out.finish(), calibration);
        } catch (MalformedBitstreamException e) {
            assertThat(e.offset()).isBetween(0L, (long) file.length);
        } catch (UnsupportedBitstreamException e) {
            assertThat(e.known()).isNotEmpty();
        }
    }

    private static void decode(byte[] layer, Calibration known) {
        RangeDecoder in = new RangeDecoder(layer, 0, layer.length);
        try {
            Layer.Vector vector = VectorDecoder.decode(in, List.of(known));
            double squares = 0;
            for (int i = 0; i < vector.embedding().dimension(); i++) {
                squares += Math.pow(vector.embedding().component(i), 2);
            }
            assertThat(squares).isBetween(0.9999, 1.0001);
            in.finish();
        } catch (MalformedBitstreamException e) {
            assertThat(e.offset()).isNotNegative();
        } catch (UnsupportedBitstreamException e) {
            assertThat(e.known()).isNotEmpty();
        }
    }
}
