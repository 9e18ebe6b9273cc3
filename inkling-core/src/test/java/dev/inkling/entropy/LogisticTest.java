package dev.inkling.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LogisticTest {
    private static String hash(byte[] table) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table));
    }

    /** A file that was coded with other tables does not decode. */
    @Test
    void tablesAreThoseOfVersionOne() throws NoSuchAlgorithmException {
        assertThat(hash(LogisticTables.squash())).isEqualTo("75155ed99dc2ffaea4fe046036b468306cd3e20378affbdcb47c79509f052676");
        assertThat(hash(LogisticTables.stretch())).isEqualTo("9aee287dc296685e74564dbee7d496abc3babe75c599ee0e304ba147fa93a9f5");
    }

    @Test
    void squashIsTheLogisticFunction() {
        for (int x = -Logistic.LIMIT; x <= Logistic.LIMIT; x++) {
            double ideal = 65536 / (1 + Math.exp(-x / 256.0));
            assertThat((double) Logistic.squash(x)).isBetween(ideal - 4, ideal + 4);
            assertThat(Logistic.squash(x) + Logistic.squash(-x)).isEqualTo(65536);
        }
    }

    @Test
    void squashClampsAndNeverReachesCertainty() {
        assertThat(Logistic.squash(-100_000)).isEqualTo(Logistic.squash(-Logistic.LIMIT)).isPositive();
        assertThat(Logistic.squash(100_000)).isEqualTo(Logistic.squash(Logistic.LIMIT)).isLessThan(65536);
    }

    @Test
    void stretchUndoesSquash() {
        for (int x = -1500; x <= 1500; x++) {
            assertThat(Logistic.squash(Logistic.stretch(Logistic.squash(x))))
                    .isCloseTo(Logistic.squash(x), within(80));
        }
    }
}
