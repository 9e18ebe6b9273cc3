package dev.inkling.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.ImageSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkSizeTest {
    @ParameterizedTest
    @CsvSource({
        "512, 512, 512, 512, 512", "1, 1, 512, 512, 512", "4000, 3000, 512, 576, 448", "300, 451, 512, 448, 640",
        "1920, 1080, 768, 1024, 576", "65535, 1, 512, 4096, 64", "1, 65535, 512, 64, 4096", "7, 3, 64, 64, 64"
    })
    void keepsShapeAndArea(int width, int height, int side, int workWidth, int workHeight) {
        assertThat(WorkSize.of(new ImageSize(width, height), side)).isEqualTo(new ImageSize(workWidth, workHeight));
    }
}
