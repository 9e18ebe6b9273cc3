package dev.inkling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import org.junit.jupiter.api.Test;

class SimilarityTest {
    private static final ImageSize SIZE = new ImageSize(208, 184);

    /** Reference values: a direct two-dimensional convolution in double precision with NumPy and SciPy. */
    @Test
    void agreesWithAnIndependentComputation() {
        assertThat(Ssim.of(pattern(), damagedPattern())).isCloseTo(0.965047198, within(1e-6));
        assertThat(MsSsim.of(pattern(), damagedPattern())).isCloseTo(0.976883955, within(1e-6));
    }

    @Test
    void isOneForEqualPicturesAndSymmetric() {
        assertThat(Ssim.of(pattern(), pattern())).isEqualTo(1);
        assertThat(MsSsim.of(pattern(), pattern())).isEqualTo(1);
        assertThat(MsSsim.of(damagedPattern(), pattern()))
                .isCloseTo(MsSsim.of(pattern(), damagedPattern()), within(1e-12));
    }

    @Test
    void refusesPicturesThatItCannotCompare() {
        Raster small = Raster.wrap(new ImageSize(10, 200), new byte[6000]);
        assertThatThrownBy(() -> Ssim.of(small, pattern())).hasMessageContaining("10x200 and 208x184 differ");
        assertThatThrownBy(() -> Ssim.of(small, small)).hasMessageContaining("at least 11 pixels");
        assertThatThrownBy(() -> MsSsim.of(small, small)).hasMessageContaining("at least 176 pixels");
    }

    @Test
    void ratesCountBitsPerSourcePixel() {
        assertThat(Rate.bpp(128, new ImageSize(1024, 1024))).isEqualTo(1.0 / 1024);
        assertThat(Rate.microBpp(100, new ImageSize(1000, 800))).isCloseTo(1000, within(1e-9));
    }

    private static Raster pattern() {
        byte[] rgb = new byte[Raster.byteCount(SIZE)];
        for (int y = 0, i = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                rgb[i++] = (byte) ((x * 3 + y * 5 + (x / 16 + y / 16) % 2 * 60) % 256);
                rgb[i++] = (byte) ((x * y / 7 + 40) % 256);
                rgb[i++] = (byte) ((x * x / 9 + y * 2) % 256);
            }
        }
        return Raster.wrap(SIZE, rgb);
    }

    private static Raster damagedPattern() {
        Raster clean = pattern();
        byte[] rgb = new byte[Raster.byteCount(SIZE)];
        for (int y = 0, i = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                int noise = (x * 7919 + y * 104729 + x * y * 31) % 41 - 20;
                rgb[i++] = clamped(clean.sample(x, y, 0) + noise);
                rgb[i++] = clamped(clean.sample(x, y, 1) * 3 / 4 + 20);
                rgb[i++] = clamped(clean.sample(x, y, 2) - noise);
            }
        }
        return Raster.wrap(SIZE, rgb);
    }

    private static byte clamped(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
