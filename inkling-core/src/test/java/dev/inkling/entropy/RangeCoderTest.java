package dev.inkling.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.MalformedBitstreamException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeCoderTest {
    @Test
    void workedExample() {
        RangeEncoder encoder = new RangeEncoder();
        encoder.encode(1, 1, 4);
        assertThat(encoder.finish()).containsExactly(0x40);
    }

    @Test
    void nothingTakesNoBytes() throws MalformedBitstreamException {
        assertThat(new RangeEncoder().finish()).isEmpty();
        new RangeDecoder(new byte[0], 0, 0).finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 300, 20_000})
    void randomSymbolsComeBackAtTheirIdealRate(int count) throws MalformedBitstreamException {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[][] symbols = new int[count][];
            double ideal = 0;
            RangeEncoder encoder = new RangeEncoder();
            for (int i = 0; i < count; i++) {
                int total = 1 + random.nextInt(random.nextBoolean() ? RangeEncoder.MAX_TOTAL : 40);
                int start = random.nextInt(total);
                int frequency = 1 + random.nextInt(total - start);
                symbols[i] = new int[] {start, frequency, total};
                ideal -= Math.log((double) frequency / total) / Math.log(2);
                encoder.encode(start, frequency, total);
            }
            long bits = encoder.bits();
            assertThat(bits).isBetween((long) ideal - 1, (long) (ideal * 1.002) + 8);
            byte[] bytes = encoder.finish();
            assertThat(bytes.length).isLessThanOrEqualTo((int) (ideal * 1.002 / 8) + 3);
            RangeDecoder decoder = new RangeDecoder(bytes, 0, bytes.length);
            for (int[] symbol : symbols) {
                assertThat(decoder.locate(symbol[2])).isBetween(symbol[0], symbol[0] + symbol[1] - 1);
                decoder.consume(symbol[0], symbol[1], symbol[2]);
            }
            assertThat(decoder.bits()).isEqualTo(bits);
            decoder.finish();
        }
    }

    @Test
    void leftOverAndMissingBytesAreNoticed() {
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 100; i++) {
            encoder.encodeBit(i % 3 == 0 ? 1 : 0, 20_000);
        }
        byte[] bytes = encoder.finish();
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> decodeHundred(longer)).isInstanceOf(MalformedBitstreamException.class);
        assertThatThrownBy(() -> decodeHundred(new byte[0])).isInstanceOf(MalformedBitstreamException.class);
    }

    /** All ones lie beyond the interval at the start; other bytes get there where the interval is cut. */
    @Test
    void bytesOutsideTheIntervalAreNoticed() {
        byte[] ones = {-1, -1, -1, -1, -1, -1};
        assertThatThrownBy(() -> decodeHundred(ones))
                .isInstanceOf(MalformedBitstreamException.class)
                .hasMessageContaining("no message goes on like this");
    }

    private static void decodeHundred(byte[] bytes) throws MalformedBitstreamException {
        RangeDecoder decoder = new RangeDecoder(bytes, 0, bytes.length);
        for (int i = 0; i < 100; i++) {
            decoder.decodeBit(20_000);
        }
        decoder.finish();
    }
}
