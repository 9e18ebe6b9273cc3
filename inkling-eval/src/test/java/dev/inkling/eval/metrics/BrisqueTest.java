package dev.inkling.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrisqueTest {
    /** Reference values: NumPy and PyTorch; check-metrics.py. */
    private static final double[] FEATURES = {
        1.432, 0.290898, 0.619, -0.019447, 0.144232, 0.120842, 0.647, -0.043037, 0.154056, 0.104071, 0.664, -0.074399,
        0.161403, 0.079597, 0.621, -0.041388, 0.144329, 0.097069, 1.766, 0.343985, 0.643, -0.014919, 0.167784, 0.148475,
        0.67, -0.063054, 0.196417, 0.117074, 0.654, -0.041147, 0.170751, 0.120182, 0.638, -0.033193, 0.169311, 0.127636
    };

    @TempDir
    private Path folder;

    @Test
    void featuresAgreeWithAnIndependentComputation() throws IOException {
        assertThat(BrisqueFeatures.of(Photograph.withFewLevels())).containsExactly(FEATURES, within(1e-6));
    }

    @Test
    void logarithmOfTheGammaFunction() {
        assertThat(AsymmetricGaussian.logGamma(0.5)).isCloseTo(0.5 * Math.log(Math.PI), within(1e-10));
        assertThat(AsymmetricGaussian.logGamma(7)).isCloseTo(Math.log(720), within(1e-10));
    }

    /** With ranges from 0 to 2 the one vector of zeros lies where each feature is 1. */
    @Test
    void scoreIsTheRegressionOfTheScaledFeatures() throws IOException {
        Raster picture = Photograph.withFewLevels();
        double[] features = BrisqueFeatures.of(picture);
        double squaredNorm = 0;
        for (double feature : features) {
            squaredNorm += (feature - 1) * (feature - 1);
        }

        Brisque brisque = new Brisque(model(36), range());

        double expected = 40 * Math.exp(-0.05 * squaredNorm) + 3;
        assertThat(brisque.measure(picture, picture)).isCloseTo(expected, within(1e-9)).isBetween(3.0, 43.0);
        assertThat(brisque.model()).matches("model.yml sha256:[0-9a-f]{64}, range.yml sha256:[0-9a-f]{64}");
    }

    @Test
    void flatPicturesHaveNone() {
        Raster flat = Raster.wrap(new ImageSize(32, 32), new byte[3 * 32 * 32]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrisqueFeatures.of(flat))
                .withMessage("the picture has too little texture for its statistics to be measured");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path words = Files.writeString(folder.resolve("words.yml"), "some words");
        assertRefused(words, range(), "words.yml: expected a value of 'svmType', as OpenCV writes it, found none");
        assertRefused(model(36), words, "words.yml: expected a value of 'data', as OpenCV writes it, found none");
        assertRefused(model(35), range(), "model.yml: expected support vectors of 36 numbers, found others");
        assertRefused(folder.resolve("none.yml"), range(), "none.yml: there is no file to read at ");
    }

    private static void assertRefused(Path model, Path range, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> new Brisque(model, range))
                .withMessageStartingWith(message);
    }

    private Path model(int features) throws IOException {
        return Files.writeString(folder.resolve("model.yml"), "%YAML:1.0\n---\nopencv_ml_svm:\n   svmType: EPS_SVR\n"
                + "   kernel:\n      type: RBF\n      gamma: 5.0e-02\n   support_vectors:\n"
                + "      - [ " + list("0.", features) + " ]\n   decision_functions:\n      -\n         rho: -3.\n"
                + "         alpha: [ 4.0e+01 ]\n");
    }

    private Path range() throws IOException {
        return Files.writeString(folder.resolve("range.yml"), "%YAML:1.0\n---\nrange: !!opencv-matrix\n   rows: 2\n"
                + "   data: [ " + list("0.", 36) + ",\n       " + list("2.", 36) + " ]\n");
    }

    private static String list(String number, int count) {
        return String.join(", ", Collections.nCopies(count, number));
    }
}
