package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StaticTableTest {
    @Test
    void workedExample() {
        assertThat(StaticTable.symbol(45)).isEqualTo(18);
        assertThat(StaticTable.symbol(15)).isEqualTo(15);
        assertThat(StaticTable.symbol(16)).isEqualTo(16);
    }

    @Test
    void numbersComeBack() throws MalformedBitstreamException {
        int[] frequencies = new int[StaticTable.SYMBOLS];
        Arrays.fill(frequencies, StaticTable.TOTAL / StaticTable.SYMBOLS);
        StaticTable table = new StaticTable(frequencies);
        RangeEncoder out = new RangeEncoder();
        for (int value = 0; value < 5_000; value++) {
            table.encode(value, out);
        }
        byte[] bytes = out.finish();
        RangeDecoder in = new RangeDecoder(bytes, 0, bytes.length);
        for (int value = 0; value < 5_000; value++) {
            assertThat(table.decode(in)).isEqualTo(value);
        }
        in.finish();
    }
}
