package dev.inkling.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianNoiseTest {
    /** Keys and uniform numbers are SplitMix64, which Java's SplittableRandom is. */
    @Test
    void isTheSpecifiedGenerator() {
        GaussianNoise noise = new GaussianNoise(42);
        SplittableRandom keys = new SplittableRandom(42);
        for (int draw = 0; draw < 3; draw++) {
            SplittableRandom uniform = new SplittableRandom(keys.nextLong());
            float[] values = noise.draw(6);
            for (int i = 0; i < 6; i += 2) {
                double radius = Math.sqrt(-2 * Math.log(((uniform.nextLong() >>> 11) + 1) * 0x1p-53));
                double angle = 2 * Math.PI * (uniform.nextLong() >>> 11) * 0x1p-53;
                assertThat((double) values[i]).isCloseTo(radius * Math.cos(angle), within(1e-6));
                assertThat((double) values[i + 1]).isCloseTo(radius * Math.sin(angle), within(1e-6));
            }
        }
    }

    @Test
    void aShorterDrawIsTheBeginningOfALongerOne() {
        float[] longer = new GaussianNoise(-7).draw(9);
        assertThat(new GaussianNoise(-7).draw(5)).containsExactly(longer[0], longer[1], longer[2], longer[3], longer[4]);
    }

    @Test
    void hasTheMomentsOfAGaussian() {
        float[] noise = new GaussianNoise(1).draw(200_000);
        double[] moments = new double[5];
        for (float value : noise) {
            for (int k = 1; k <= 4; k++) {
                moments[k] += Math.pow(value, k) / noise.length;
            }
        }
        assertThat(moments[1]).isBetween(-0.01, 0.01);
        assertThat(moments[2]).isBetween(0.98, 1.02);
        assertThat(moments[3]).isBetween(-0.04, 0.04);
        assertThat(moments[4]).isBetween(2.9, 3.1);
    }
}
