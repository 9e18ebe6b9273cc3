package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.Lab;
import org.junit.jupiter.api.Test;

class ColourNameTest {
    @Test
    void coloursAreNamedByTheirOwnNames() {
        assertThat(ColourName.nearest(Lab.ofRgb(0x000000))).isEqualTo(ColourName.BLACK);
        assertThat(ColourName.nearest(Lab.ofRgb(0xffffff))).isEqualTo(ColourName.WHITE);
        assertThat(ColourName.nearest(Lab.ofRgb(0x2050b0))).isEqualTo(ColourName.BLUE);
        assertThat(ColourName.nearest(Lab.ofRgb(0x3c7c40))).isEqualTo(ColourName.GREEN);
    }
}
