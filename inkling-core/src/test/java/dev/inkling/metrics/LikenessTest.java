package dev.inkling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.TestPictures;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final ImageSize SIZE = new ImageSize(96, 64);

    @Test
    void equalPicturesHaveTheMost() {
        Raster picture = TestPictures.scene(SIZE);
        assertThat(Likeness.of(picture, picture)).isCloseTo(2, within(1e-12));
    }

    @Test
    void fallsAsDetailIsLost() {
        Raster picture = TestPictures.noise(SIZE, 4);
        double last = 2;
        for (int side : new int[] {64, 48, 24, 8}) {
            Raster small = Resampler.resize(picture, SIZE.scaledTo(side), Kernel.LANCZOS);
            double likeness = Likeness.of(picture, Resampler.resize(small, SIZE, Kernel.CUBIC));
            assertThat(likeness).isLessThan(last);
            last = likeness;
        }
        assertThat(last).isGreaterThan(-1);
    }

    /**
     * A slope of 8 levels a pixel against a flat. At half the size: gradients of 2 * 16 and 0, variances of (16 * 1.5)^2
     * and 0.
     */
    @Test
    void slopesAndFlatsHaveTheLikenessOfTheFormula() {
        Raster flat = TestPictures.flat(new ImageSize(24, 24), 0x606060);
        byte[] rgb = new byte[3 * 24 * 24];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (8 * (i / 3 % 24));
        }
        double gradient = 170 / (32.0 * 32 + 170);
        double structure = 58.5225 / (24 * 24 + 58.5225);
        assertThat(Likeness.of(flat, Raster.wrap(flat.size(), rgb))).isCloseTo(gradient + structure, within(0.005));
    }

    @Test
    void needsEqualSizesOf22PixelsOrMore() {
        Raster least = TestPictures.flat(new ImageSize(22, 22), 0);
        assertThat(Likeness.of(least, least)).isCloseTo(2, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Likeness.of(least, TestPictures.flat(new ImageSize(23, 22), 0)));
        Raster smaller = TestPictures.flat(new ImageSize(21, 40), 0);
        assertThatIllegalArgumentException().isThrownBy(() -> Likeness.of(smaller, smaller));
    }
}
