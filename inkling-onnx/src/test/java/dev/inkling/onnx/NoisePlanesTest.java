package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoisePlanesTest {
    /** The first plane's first row is SplitMix64 from seed 0, which Java's SplittableRandom is. */
    @Test
    void isTheSpecifiedGenerator() {
        SplittableRandom random = new SplittableRandom(0);
        float[] row = NoisePlanes.of(0, 0, 5, 1);
        for (int x = 0; x < 5; x++) {
            assertThat(row[x]).isEqualTo(((random.nextLong() >>> 40) - 8_388_608) / 8_388_608f);
        }
    }

    @Test
    void aPlaceHasTheSameNoiseInEveryTile() {
        float[] whole = NoisePlanes.of(0, 0, 9, 7);
        float[] part = NoisePlanes.of(3, 2, 4, 5);
        for (int plane = 0; plane < NoisePlanes.COUNT; plane++) {
            for (int y = 0; y < 5; y++) {
                for (int x = 0; x < 4; x++) {
                    assertThat(part[(plane * 5 + y) * 4 + x]).isEqualTo(whole[(plane * 7 + y + 2) * 9 + x + 3]);
                }
            }
        }
    }

    @Test
    void isEvenlySpread() {
        float[] noise = NoisePlanes.of(100, 200, 100, 100);
        double sum = 0;
        double squares = 0;
        for (float sample : noise) {
            assertThat(sample).isBetween(-1f, 1f);
            sum += sample;
            squares += sample * sample;
        }
        assertThat(sum / noise.length).isBetween(-0.02, 0.02);
        assertThat(squares / noise.length).isBetween(0.32, 0.347);
    }
}
