package dev.inkling.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.inkling.FuzzSeeds;
import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.image.ImageSize;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a picture layer or are refused. */
class PictureFuzzTest {
    /** Picture sizes that give tiny pictures of several shapes, without the largest, which only take time. */
    private static final ImageSize[] SHAPES = {
        new ImageSize(1, 1), new ImageSize(768, 512), new ImageSize(512, 768), new ImageSize(4000, 100)
    };

    private static final int SIZES = 6;

    static Stream<byte[]> layers() {
        return FuzzSeeds.of("fuzz/picture", ".bin");
    }

    @MethodSource("layers")
    @FuzzTest(maxDuration = "20m")
    void anyBytesAreDecodedOrRefused(byte[] layer) {
        for (ImageSize shape : SHAPES) {
            RangeDecoder in = new RangeDecoder(layer, 0, layer.length);
            try {
                ImageSize size = TinySize.of(shape, in.decodeUniform(TinySize.COUNT) % SIZES);
                Layer.Picture picture = PictureDecoder.decode(in, size);
                assertThat(picture.tiny().size()).isEqualTo(size);
                assertThat(picture.step()).isBetween(0, PictureEncoder.STEPS - 1);
                in.finish();
            } catch (MalformedBitstreamException e) {
                assertThat(e.offset()).isNotNegative();
            }
        }
    }
}
