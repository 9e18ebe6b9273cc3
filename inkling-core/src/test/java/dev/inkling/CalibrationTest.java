package dev.inkling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.codec.Calibrator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final List<Embedding> VECTORS = TestVectors.nearSubspace(120, 70, 5, 0.1, 1);

    @Test
    void comesBackFromItsFile() throws IOException {
        Calibration calibration = Calibrator.learn(VECTORS, 7, () -> {});
        Calibration read = Calibration.read(calibration.bytes());

        assertThat(read.id()).isEqualTo(calibration.id()).matches("[0-9a-f]{6}");
        assertThat(read.dimension()).isEqualTo(70);
        assertThat(read.axes()).isEqualTo(7);
        assertThat(read.bytes()).isEqualTo(calibration.bytes());
        for (int i = 0; i < 70; i++) {
            assertThat(read.spread(i)).isEqualTo(calibration.spread(i));
        }
    }

    @Test
    void findsTheAxesThatThereAre() {
        Calibration calibration = Calibrator.learn(VECTORS, 7, () -> {});

        assertThat(calibration.spread(4)).isLessThan(calibration.spread(5) - 8);
    }

    @Test
    void sameVectorsGiveTheSameName() {
        assertThat(Calibrator.learn(VECTORS, 5, () -> {}).id()).isEqualTo(Calibrator.learn(VECTORS, 5, () -> {}).id());
        assertThat(Calibrator.learn(VECTORS, 5, () -> {}).id()).isNotEqualTo(Calibrator.learn(VECTORS, 4, () -> {}).id());
    }

    @Test
    void vectorsOfOneDirectionWillDo() throws IOException {
        List<Embedding> same = Collections.nCopies(20, VECTORS.get(0));
        Calibration calibration = Calibrator.learn(same, 10, () -> {});

        assertThat(Calibration.read(calibration.bytes()).axes()).isEqualTo(10);
    }

    @Test
    void refusesWhatIsNoCalibration() {
        byte[] file = Calibrator.learn(VECTORS, 3, () -> {}).bytes();
        byte[] newer = file.clone();
        newer[4] = 2;

        assertThatThrownBy(() -> Calibration.read(new byte[20])).hasMessage("at byte 0: not a calibration file");
        assertThatThrownBy(() -> Calibration.read(Arrays.copyOf(file, file.length - 1)))
                .isInstanceOf(MalformedBitstreamException.class);
        assertThatThrownBy(() -> Calibration.read(newer)).hasMessageContaining("calibration version: found 2");
    }

    @Test
    void refusesTooFewVectors() {
        assertThatThrownBy(() -> Calibrator.learn(VECTORS.subList(0, 5), 3, () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
