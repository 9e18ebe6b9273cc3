package dev.inkling.onnx.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import org.junit.jupiter.api.Test;

class LetterboxTest {
    @Test
    void putsPicturesOnGrayAndBlueFirst() {
        Raster picture = Raster.wrap(new ImageSize(2, 1), new byte[] {1, 2, 3, 4, 5, (byte) 255});

        Letterbox input = Letterbox.of(picture, new ImageSize(2, 2));

        assertThat(input.scaled()).isEqualTo(new ImageSize(2, 1));
        assertThat(input.tensor().shape()).containsExactly(1, 3, 2, 2);
        assertThat(input.tensor().floats()).containsExactly(3, 255, 114, 114, 2, 5, 114, 114, 1, 4, 114, 114);
    }

    @Test
    void scalesToFit() {
        assertThat(Letterbox.of(picture(300, 200), new ImageSize(64, 32)).scaled()).isEqualTo(new ImageSize(48, 32));
        assertThat(Letterbox.of(picture(20, 5), new ImageSize(64, 64)).scaled()).isEqualTo(new ImageSize(64, 16));
        assertThat(Letterbox.of(picture(900, 1), new ImageSize(64, 64)).scaled()).isEqualTo(new ImageSize(64, 1));
    }

    private static Raster picture(int width, int height) {
        return Raster.wrap(new ImageSize(width, height), new byte[3 * width * height]);
    }
}
