package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrainTest {
    @Test
    void noiseHasTheStatedMeanAndDeviation() {
        double sum = 0;
        double squares = 0;
        int count = 512 * 512;
        for (int i = 0; i < count; i++) {
            int noise = Grain.noise(i % 512, i / 512);
            sum += noise;
            squares += (double) noise * noise;
        }
        assertThat(sum / count).isCloseTo(0, within(1.5));
        assertThat(Math.sqrt(squares / count)).isCloseTo(147.8, within(1.5));
    }

    @Test
    void noiseIsTheSameOnEveryMachine() {
        assertThat(new int[] {Grain.noise(0, 0), Grain.noise(1, 0), Grain.noise(0, 1), Grain.noise(1000, 2000)})
                .containsExactly(-265, -131, -109, 13);
    }
}
