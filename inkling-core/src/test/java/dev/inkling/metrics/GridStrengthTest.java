package dev.inkling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.TestPictures;
import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridStrengthTest {
    /** Computed with numpy's FFT from the rounded luma of Pillow. */
    @ParameterizedTest
    @CsvSource({"astronaut, 1.22", "chelsea, 1.22", "coffee, 2.38"})
    void photographsHaveNone(String name, double expected) throws IOException {
        Raster photograph = PictureReader.read(Path.of("..", "testdata", "images", name + ".png"));
        assertThat(GridStrength.of(photograph)).isCloseTo(expected, within(0.01)).isLessThan(2.4);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void faintGridsOfEachPeriodShow(int period) throws IOException {
        Raster photograph = PictureReader.read(Path.of("..", "testdata", "images", "coffee.png"));
        assertThat(GridStrength.of(gridded(photograph, period, true))).isGreaterThan(4);
        assertThat(GridStrength.of(gridded(photograph, period, false))).isGreaterThan(4);
    }

    @Test
    void picturesTooSmallOrFlatHaveNone() {
        assertThat(GridStrength.of(TestPictures.noise(new ImageSize(63, 63), 1))).isEqualTo(1);
        assertThat(GridStrength.of(Raster.wrap(new ImageSize(80, 70), new byte[3 * 80 * 70]))).isEqualTo(1);
    }

    /** One column, or row, in each period is eight levels lighter. */
    private static Raster gridded(Raster picture, int period, boolean columns) {
        byte[] rgb = new byte[Raster.byteCount(picture.size())];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % picture.width();
            int y = i / 3 / picture.width();
            int add = (columns ? x : y) % period == 0 ? 8 : 0;
            rgb[i] = (byte) Math.min(255, picture.sample(x, y, i % 3) + add);
        }
        return Raster.wrap(picture.size(), rgb);
    }
}
