package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShockFilterTest {
    @Test
    void steepensAnEdgeWithoutOvershoot() {
        Plane edge = new Plane(40, 5);
        for (int i = 0; i < edge.values.length; i++) {
            edge.values[i] = (float) (100 + 50 * Math.tanh((i % 40 - 19.5) / 6));
        }
        Plane sharp = ShockFilter.sharpened(edge, 3, 1.5);
        assertThat(sharp.values[2 * 40 + 20] - sharp.values[2 * 40 + 19])
                .isGreaterThan(2 * (edge.values[20] - edge.values[19]));
        for (float value : sharp.values) {
            assertThat(value).isBetween(49f, 151f);
        }
    }

    @Test
    void leavesSlopesAndFlatGroundAlone() {
        Plane slope = new Plane(30, 30);
        for (int i = 0; i < slope.values.length; i++) {
            slope.values[i] = 2 * (i % 30) + i / 30;
        }
        Plane sharp = ShockFilter.sharpened(slope, 2, 1.5);
        assertThat(sharp.values[15 * 30 + 15]).isCloseTo(slope.values[15 * 30 + 15], within(0.01f));
    }

    @Test
    void worksOnSinglePixelsAndLines() {
        for (int[] size : new int[][] {{1, 1}, {2, 1}, {1, 2}, {1, 50}, {50, 1}}) {
            Plane plane = new Plane(size[0], size[1]);
            plane.values[0] = 200;
            assertThat(ShockFilter.sharpened(plane, 1, 1.5).values[0]).isBetween(0f, 255f);
        }
    }
}
