package dev.inkling.bitstream;

import java.util.zip.CRC32C;

/** The integrity checks of the two forms of a file. */
final class Check {
    /** Polynomial x^8 + x^5 + x^3 + x^2 + x + 1 (0x2f), most significant bit first. */
    private static final int POLYNOMIAL = 0x2f;

    private static final int START = 0xff;

    private Check() {}

    /** CRC-8 of the first {@code length} bytes; notices every change within one byte. */
    static int crc8(byte[] bytes, int length) {
        int crc = START;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x80) != 0 ? (crc << 1 ^ POLYNOMIAL) & 0xff : crc << 1;
            }
        }
        return crc;
    }

    /** CRC-32C (Castagnoli) of the first {@code length} bytes. */
    static int crc32c(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
