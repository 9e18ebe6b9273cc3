package dev.inkling.entropy;

import java.nio.ByteBuffer;

/** Shows the logistic tables to tests of other packages. */
public final class LogisticTables {
    private LogisticTables() {}

    /** squash(-2047) to squash(2047), 32 bits each, most significant byte first. */
    public static byte[] squash() {
        ByteBuffer bytes = ByteBuffer.allocate(4 * (2 * Logistic.LIMIT + 1));
        for (int x = -Logistic.LIMIT; x <= Logistic.LIMIT; x++) {
            bytes.putInt(Logistic.squash(x));
        }
        return bytes.array();
    }

    /** stretch(0), stretch(16), ... stretch(65520), 16 bits each, most significant byte first. */
    public static byte[] stretch() {
        ByteBuffer bytes = ByteBuffer.allocate(2 * 4096);
        for (int i = 0; i < 4096; i++) {
            bytes.putShort((short) Logistic.stretch(16 * i));
        }
        return bytes.array();
    }
}
