package dev.inkling.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabTest {
    /** Values of Lindbloom's CIE colour calculator, sRGB under D65. */
    @Test
    void agreesWithPublishedValues() {
        assertLab(Lab.ofRgb(0xff0000), 53.24, 80.09, 67.20);
        assertLab(Lab.ofRgb(0x00ff00), 87.73, -86.18, 83.18);
        assertLab(Lab.ofRgb(0x0000ff), 32.30, 79.19, -107.86);
        assertLab(Lab.ofRgb(0xffffff), 100, 0, 0);
        assertLab(Lab.ofRgb(0x000000), 0, 0, 0);
    }

    private static void assertLab(Lab lab, double l, double a, double b) {
        assertThat(lab.l()).isCloseTo(l, within(0.1));
        assertThat(lab.a()).isCloseTo(a, within(0.1));
        assertThat(lab.b()).isCloseTo(b, within(0.1));
    }
}
