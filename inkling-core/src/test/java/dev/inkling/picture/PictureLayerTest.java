package dev.inkling.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.TestPictures;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.metrics.Psnr;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PictureLayerTest {
    private static final ImageSize SMALL = new ImageSize(24, 16);

    /** Encodes, decodes with a fresh decoder, and demands the same picture. */
    private static byte[] assertComesBack(Raster tiny, int step, int thrift) throws MalformedBitstreamException {
        RangeEncoder out = new RangeEncoder();
        Raster promised = PictureEncoder.encode(tiny, step, thrift, out);
        byte[] bytes = out.finish();
        assertThat(decode(bytes, tiny.size())).isEqualTo(new Layer.Picture(promised, step));
        return bytes;
    }

    private static Layer.Picture decode(byte[] bytes, ImageSize size) throws MalformedBitstreamException {
        RangeDecoder in = new RangeDecoder(bytes, 0, bytes.length);
        Layer.Picture layer = PictureDecoder.decode(in, size);
        in.finish();
        return layer;
    }

    private static List<Raster> pictures(ImageSize size) {
        return List.of(
                TestPictures.flat(size, 0xff0000),
                TestPictures.gradient(size),
                TestPictures.scene(size),
                TestPictures.noise(size, 1));
    }

    static Stream<ImageSize> tinySizes() {
        return Stream.of(new ImageSize(640, 427), new ImageSize(300, 451), new ImageSize(4000, 100), new ImageSize(1, 1))
                .flatMap(source -> Stream.of(0, 2, 5).map(index -> TinySize.of(source, index)))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("tinySizes")
    void whatTheEncoderPromisesIsWhatTheDecoderMakes(ImageSize size) throws MalformedBitstreamException {
        for (Raster tiny : pictures(size)) {
            assertComesBack(tiny, 24, 0);
            assertComesBack(tiny, 46, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "8, 192", "192, 8", "1, 1", "3, 17", "31, 33", "40, 72"})
    void anyShapeComesBack(int width, int height) throws MalformedBitstreamException {
        for (Raster tiny : pictures(new ImageSize(width, height))) {
            assertComesBack(tiny, 36, 0);
        }
    }

    @Test
    void largestSizeComesBack() throws MalformedBitstreamException {
        assertComesBack(TestPictures.scene(new ImageSize(192, 192)), 48, 0);
    }

    @ParameterizedTest
    @CsvSource({"0", "63"})
    void extremeStepsComeBack(int step) throws MalformedBitstreamException {
        for (Raster tiny : pictures(SMALL)) {
            assertComesBack(tiny, step, 0);
            assertComesBack(tiny, step, 1);
        }
    }

    @Test
    void hardestContrastAtTheFinestStepComesBack() throws MalformedBitstreamException {
        byte[] rgb = new byte[3 * 32 * 32];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) ((i / 3 + i / 96) % 2 == 0 ? 255 : 0);
        }
        assertComesBack(Raster.wrap(new ImageSize(32, 32), rgb), 0, 0);
    }

    @Test
    void finerStepsCostMoreAndAreNearer() throws MalformedBitstreamException {
        Raster tiny = TestPictures.scene(SMALL);
        int last = Integer.MAX_VALUE;
        double nearest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < PictureEncoder.STEPS; step += 12) {
            byte[] bytes = assertComesBack(tiny, step, 0);
            double psnr = Psnr.of(tiny, decode(bytes, SMALL).tiny());
            assertThat(bytes.length).isLessThan(last);
            assertThat(psnr).isLessThan(nearest);
            last = bytes.length;
            nearest = psnr;
        }
    }

    @Test
    void finestStepIsNearlyLossless() throws MalformedBitstreamException {
        Raster tiny = TestPictures.scene(SMALL);
        assertThat(Psnr.of(tiny, decode(assertComesBack(tiny, 0, 0), SMALL).tiny())).isGreaterThan(37);
    }

    @Test
    void flatPictureTakesNextToNothing() throws MalformedBitstreamException {
        assertThat(assertComesBack(TestPictures.flat(new ImageSize(64, 48), 0x336699), 30, 0)).hasSizeLessThan(16);
    }

    @Test
    void sameCallGivesTheSameBytes() throws MalformedBitstreamException {
        Raster tiny = TestPictures.scene(SMALL);
        assertThat(assertComesBack(tiny, 30, 0)).isEqualTo(assertComesBack(tiny, 30, 0));
    }

    @Test
    void randomBytesAreDecodedOrRefused() {
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            ImageSize size = new ImageSize(8 * (1 + random.nextInt(8)), 8 * (1 + random.nextInt(8)));
            try {
                assertThat(decode(bytes, size).tiny().size()).isEqualTo(size);
            } catch (MalformedBitstreamException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(350);
    }

    @Test
    void sizesFollowTheShape() {
        assertThat(TinySize.of(new ImageSize(768, 512), 2)).isEqualTo(new ImageSize(32, 24));
        assertThat(TinySize.of(new ImageSize(512, 768), 2)).isEqualTo(new ImageSize(24, 32));
        assertThat(TinySize.of(new ImageSize(65535, 1), 22)).isEqualTo(new ImageSize(192, 8));
        assertThat(TinySize.of(new ImageSize(1, 65535), 0)).isEqualTo(new ImageSize(8, 16));
        assertThat(TinySize.of(new ImageSize(1, 1), 22)).isEqualTo(new ImageSize(192, 192));
    }
}
