package dev.inkling.onnx.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.inkling.classical.Photographs;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published network: YOLOX-nano. */
@EnabledIfEnvironmentVariable(
        named = "INKLING_SHARED",
        matches = ".+",
        disabledReason = "INKLING_SHARED must name a folder that has models/yolox_nano.onnx")
class SharedDetectorTest {
    private static final int SIDE = 416;

    private static Path model() {
        return Path.of(System.getenv("INKLING_SHARED"), "models", "yolox_nano.onnx");
    }

    @ParameterizedTest
    @CsvSource({"astronaut.png, person", "chelsea.png, cat", "coffee.png, cup"})
    void namesWhatPhotographsShow(String photograph, String name) throws IOException {
        try (VisionDescriber describer = new VisionDescriber(List.of(model()), 2)) {
            Raster picture = Photographs.read(photograph);

            assertThat(describer.describe(picture, 28)).containsPattern("\\b" + name + "\\b");
            assertThat(describer.describe(picture, 18).split(" ")).hasSizeLessThanOrEqualTo(18);
        }
    }

    /**
     * What NumPy and ONNX Runtime for Python make of parts of the photographs that need no scaling, from the rows that the
     * network answers to the boxes that are left.
     */
    @ParameterizedTest
    @CsvSource({
        "chelsea.png, 0, 0, 416, 300, 15, 0.5477639, -14.148682, -26.747467, 418.38522, 316.22845",
        "coffee.png, 100, 0, 416, 400, 41, 0.6065716, 57.595078, 25.871674, 313.79675, 300.72946",
        "astronaut.png, 48, 0, 416, 416, 0, 0.9300824, 3.3035278, 24.494278, 320.54807, 413.5606"
    })
    void boxesAreThoseOfPython(
            String photograph, int x, int y, int width, int height, int kind, double score, double left, double top,
            double right, double bottom) throws IOException {
        Raster part = cut(Photographs.read(photograph), x, y, width, height);
        try (Detector detector =
                new Detector(new Network(model(), 2), new ImageSize(SIDE, SIDE), CocoNames.ALL)) {
            Letterbox input = Letterbox.of(part, new ImageSize(SIDE, SIDE));

            assertThat(input.scaled()).isEqualTo(part.size());
            assertThat(detector.boxes(input)).singleElement().satisfies(box -> {
                assertThat(box.kind()).isEqualTo(kind);
                assertThat(box.score()).isCloseTo(score, offset(1e-3));
                assertThat(box.left() * width).isCloseTo(left, offset(0.05));
                assertThat(box.top() * height).isCloseTo(top, offset(0.05));
                assertThat(box.right() * width).isCloseTo(right, offset(0.05));
                assertThat(box.bottom() * height).isCloseTo(bottom, offset(0.05));
            });
        }
    }

    private static Raster cut(Raster picture, int left, int top, int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) picture.sample(left + i / 3 % width, top + i / 3 / width, i % 3);
        }
        return Raster.wrap(new ImageSize(width, height), rgb);
    }
}
