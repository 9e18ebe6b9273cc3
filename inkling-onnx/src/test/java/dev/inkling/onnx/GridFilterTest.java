package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.metrics.GridStrength;
import dev.inkling.metrics.Psnr;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridFilterTest {
    @ParameterizedTest
    @CsvSource({"2, true", "4, true", "8, true", "2, false", "4, false", "8, false"})
    void faintGridsGo(int period, boolean columns) throws IOException {
        Raster photograph = photograph("coffee");
        Raster gridded = gridded(photograph, period, columns);

        Raster filtered = GridFilter.apply(gridded);

        assertThat(GridStrength.of(gridded)).isGreaterThan(4);
        assertThat(GridStrength.of(filtered)).isLessThan(GridStrength.of(gridded) / 2);
        assertThat(Psnr.of(photograph, filtered)).isGreaterThan(Psnr.of(photograph, gridded));
    }

    @Test
    void photographsStayWhatTheyAre() throws IOException {
        for (String name : new String[] {"astronaut", "chelsea", "coffee"}) {
            Raster photograph = photograph(name);
            assertThat(Psnr.of(photograph, GridFilter.apply(photograph))).as(name).isGreaterThan(40);
        }
    }

    @Test
    void picturesTooSmallToHaveOneAreLeftAlone() {
        Raster small = Raster.wrap(new ImageSize(135, 2), new byte[3 * 135 * 2]);
        assertThat(GridFilter.apply(small)).isEqualTo(small);
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

    private static Raster photograph(String name) throws IOException {
        return PictureReader.read(Path.of("..", "testdata", "images", name + ".png"));
    }
}
