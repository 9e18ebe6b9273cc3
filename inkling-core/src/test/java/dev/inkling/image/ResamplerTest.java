package dev.inkling.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplerTest {
    @ParameterizedTest
    @CsvSource({"1,1,7,3", "7,3,1,1", "2000,3,16,1", "100,90,33,200", "640,480,80,60", "5,4000,3,20"})
    void flatPicturesStayFlatAndSizesAreExact(int width, int height, int newWidth, int newHeight) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) 201);
        Raster flat = Raster.wrap(new ImageSize(width, height), rgb);
        for (Resampler.Kernel kernel : Resampler.Kernel.values()) {
            Raster resized = Resampler.resize(flat, new ImageSize(newWidth, newHeight), kernel);
            assertThat(resized.size()).isEqualTo(new ImageSize(newWidth, newHeight));
            assertThat(resized.rgb(newWidth - 1, newHeight - 1)).isEqualTo(0xc9c9c9);
            assertThat(resized.rgb(newWidth / 2, newHeight / 2)).isEqualTo(0xc9c9c9);
        }
    }

    @ParameterizedTest
    @EnumSource(Resampler.Kernel.class)
    void aRampStaysWhereItWas(Resampler.Kernel kernel) {
        byte[] rgb = new byte[3 * 64];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 * 4);
        }
        Raster ramp = Raster.wrap(new ImageSize(64, 1), rgb);
        Raster wide = Resampler.resize(ramp, new ImageSize(256, 1), kernel);
        Raster back = Resampler.resize(wide, new ImageSize(64, 1), kernel);
        for (int x = 6; x < 58; x++) {
            assertThat(wide.sample(4 * x + 2, 0, 0)).isBetween(4 * x, 4 * x + 2);
            assertThat(back.sample(x, 0, 1)).isBetween(4 * x - 1, 4 * x + 1);
        }
    }
}
