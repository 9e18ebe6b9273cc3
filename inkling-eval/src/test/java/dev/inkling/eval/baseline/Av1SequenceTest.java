package dev.inkling.eval.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Av1SequenceTest {
    /** A temporal delimiter, then the header that libaom 3.6 writes for a still picture of 64x43 pixels. */
    private static final byte[] PAYLOAD = HexFormat.of().parseHex("12000a0918157fab92021a0d083200");

    @Test
    void readsSizeAndProfile() {
        assertThat(Av1Sequence.read(PAYLOAD)).isEqualTo(new Av1Sequence(0, 0, 64, 43));
    }

    @Test
    void theContainerHoldsThePayloadAsItIs() {
        assertThat(AvifFile.payload(AvifFile.around(PAYLOAD))).isEqualTo(PAYLOAD);
    }

    @Test
    void refusesOtherBytes() {
        assertThatThrownBy(() -> Av1Sequence.read(new byte[20])).hasMessageContaining("no sequence header");
        assertThatThrownBy(() -> AvifFile.payload(new byte[20])).hasMessageContaining("no mdat");
    }
}
