package dev.inkling.text;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;

/** Unpacks a shipped {@link KeywordNetwork}; {@code training/text/export_keyword_network.py} packs it. */
final class KeywordNetworkReader {
    private final DataInputStream in;

    private KeywordNetworkReader(DataInputStream in) {
        this.in = in;
    }

    static KeywordNetwork read(byte[] packed) throws IOException {
        byte[] unpacked = new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        return new KeywordNetworkReader(new DataInputStream(new ByteArrayInputStream(unpacked))).network();
    }

    private KeywordNetwork network() throws IOException {
        KeywordNetwork network = new KeywordNetwork(
                Matrix.read(in, KeywordNetwork.HEAD, KeywordNetwork.WIDTH),
                Matrix.read(in, KeywordNetwork.ROWS, KeywordNetwork.HIDDEN),
                Matrix.read(in, KeywordNetwork.HIDDEN, 3 * KeywordNetwork.WIDTH),
                Matrix.read(in, KeywordNetwork.WIDTH, KeywordNetwork.HIDDEN),
                Matrix.read(in, KeywordNetwork.HEAD + 1, KeywordNetwork.WIDTH),
                shorts(KeywordNetwork.HEAD + 1),
                shorts(KeywordNetwork.HEAD + 1));
        if (in.read() >= 0) {
            throw new IOException("bytes are left over behind the network");
        }
        return network;
    }

    private short[] shorts(int count) throws IOException {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readShort();
        }
        return values;
    }
}
