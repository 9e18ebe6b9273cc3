package dev.inkling.text;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;

/** Unpacks a shipped {@link CaptionNetwork}; {@code training/text/export_network.py} packs it. */
final class NetworkReader {
    private final DataInputStream in;

    private NetworkReader(DataInputStream in) {
        this.in = in;
    }

    static CaptionNetwork read(byte[] packed) throws IOException {
        byte[] unpacked = new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        return new NetworkReader(new DataInputStream(new ByteArrayInputStream(unpacked))).network();
    }

    private CaptionNetwork network() throws IOException {
        byte[] start = new byte[CaptionNetwork.WIDTH];
        in.readFully(start);
        Matrix embedding = Matrix.read(in, Pieces.COUNT, CaptionNetwork.WIDTH);
        CaptionNetwork.Block[] blocks = new CaptionNetwork.Block[CaptionNetwork.LAYERS];
        for (int layer = 0; layer < blocks.length; layer++) {
            blocks[layer] = new CaptionNetwork.Block(
                    Matrix.read(in, 3 * CaptionNetwork.WIDTH, CaptionNetwork.WIDTH),
                    Matrix.read(in, CaptionNetwork.WIDTH, CaptionNetwork.WIDTH),
                    Matrix.read(in, CaptionNetwork.HIDDEN, CaptionNetwork.WIDTH),
                    Matrix.read(in, CaptionNetwork.WIDTH, CaptionNetwork.HIDDEN));
        }
        int[] gains = new int[CaptionNetwork.WIDTH];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = in.readShort();
        }
        int[] biases = ints(Pieces.COUNT);
        Rotation rotation = new Rotation(ints(Rotation.PAIRS), ints(Rotation.PAIRS));
        if (in.read() >= 0) {
            throw new IOException("bytes are left over behind the network");
        }
        return new CaptionNetwork(start, embedding, blocks, gains, biases, rotation);
    }

    private int[] ints(int count) throws IOException {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readInt();
        }
        return values;
    }
}
