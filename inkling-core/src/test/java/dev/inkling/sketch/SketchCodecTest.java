package dev.inkling.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Sketch;
import dev.inkling.TestSketches;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchCodecTest {
    private static final ImageSize PICTURE = new ImageSize(768, 512);

    private static byte[] encoded(Sketch sketch, int sizeIndex) {
        RangeEncoder out = new RangeEncoder();
        SketchEncoder.encode(sketch, sizeIndex, out);
        return out.finish();
    }

    private static Sketch decoded(byte[] message) throws Exception {
        RangeDecoder in = new RangeDecoder(message, 0, message.length);
        Sketch sketch = SketchDecoder.decode(in, PICTURE);
        in.finish();
        return sketch;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void linesComeBack(int sizeIndex) throws Exception {
        Sketch sketch = TestSketches.curves(SketchSize.of(PICTURE, sizeIndex), 6);

        assertThat(decoded(encoded(sketch, sizeIndex))).isEqualTo(sketch);
    }

    @Test
    void noiseComesBack() throws Exception {
        ImageSize size = SketchSize.of(PICTURE, 3);
        Sketch sketch = new Sketch(size, TestSketches.noise(Math.toIntExact(size.pixels()), 3));

        assertThat(decoded(encoded(sketch, 3))).isEqualTo(sketch);
    }

    @Test
    void everythingAndNothingComeBack() throws Exception {
        ImageSize size = SketchSize.of(PICTURE, 0);
        BitSet all = new BitSet();
        all.set(0, Math.toIntExact(size.pixels()));

        assertThat(decoded(encoded(new Sketch(size, all), 0))).isEqualTo(new Sketch(size, all));
        assertThat(decoded(encoded(new Sketch(size, new BitSet()), 0))).isEqualTo(new Sketch(size, new BitSet()));
    }

    @Test
    void nothingCostsNearlyNothing() {
        assertThat(encoded(new Sketch(SketchSize.of(PICTURE, 8), new BitSet()), 8).length).isLessThan(12);
    }

    @Test
    void sidesFollowTheShapeOfThePicture() {
        assertThat(SketchSize.of(PICTURE, 4)).isEqualTo(new ImageSize(128, 85));
        assertThat(SketchSize.of(new ImageSize(512, 768), 4)).isEqualTo(new ImageSize(85, 128));
        assertThat(SketchSize.of(new ImageSize(60000, 1), 0)).isEqualTo(new ImageSize(64, 1));
        assertThat(SketchSize.of(new ImageSize(5, 5), 8)).isEqualTo(new ImageSize(256, 256));
    }

    @Test
    void tidyLinesAreNoLongerInBytesAndNoPixelGoesFar() {
        Sketch sketch = TestSketches.curves(SketchSize.of(PICTURE, 4), 6);
        int[] places = SketchTidier.tidy(sketch, 4);
        BitSet lines = new BitSet();
        int width = sketch.size().width();
        for (int i = 0; i < places.length; i++) {
            if (sketch.isLine(i % width, i / width) && places[i] >= 0) {
                assertThat(Math.abs(places[i] % width - i % width)).isLessThanOrEqualTo(2);
                assertThat(Math.abs(places[i] / width - i / width)).isLessThanOrEqualTo(2);
                lines.set(places[i]);
            }
        }
        assertThat(encoded(new Sketch(sketch.size(), lines), 4).length).isLessThan(encoded(sketch, 4).length);
    }
}
