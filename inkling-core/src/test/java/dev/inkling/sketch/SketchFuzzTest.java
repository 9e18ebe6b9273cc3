package dev.inkling.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.inkling.FuzzSeeds;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.Sketch;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.image.ImageSize;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a sketch layer or are refused. */
class SketchFuzzTest {
    /** Sketches of several shapes; the first is the largest that there is. */
    private static final ImageSize[] SHAPES = {
        new ImageSize(1, 1), new ImageSize(768, 512), new ImageSize(512, 768), new ImageSize(65535, 1)
    };

    static Stream<byte[]> layers() {
        return FuzzSeeds.of("fuzz/sketch", ".bin");
    }

    @MethodSource("layers")
    @FuzzTest(maxDuration = "20m")
    void anyBytesAreDecodedOrRefused(byte[] layer) {
        for (ImageSize shape : SHAPES) {
            RangeDecoder in = new RangeDecoder(layer, 0, layer.length);
            try {
                Sketch sketch = SketchDecoder.decode(in, shape);
                assertThat(sketch.size().longSide()).isLessThanOrEqualTo(Sketch.MAX_SIDE);
                in.finish();
            } catch (MalformedBitstreamException e) {
                assertThat(e.offset()).isNotNegative();
            }
        }
    }
}
