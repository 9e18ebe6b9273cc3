package dev.inkling.eval.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;

/** zlib (RFC 1950) at level 9: what published textual codecs count. */
final class ZlibCodec implements TextCodec {
    /** Deflate never adds more than this to a text (RFC 1950, RFC 1951: header, check, stored blocks). */
    private static final int ROOM = 64;

    @Override
    public String name() {
        return "zlib";
    }

    @Override
    public byte[] encode(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] coded = new byte[plain.length + plain.length / 1000 + ROOM];
            return Arrays.copyOf(coded, deflater.deflate(coded));
        } finally {
            deflater.end();
        }
    }

    @Override
    public String decode(byte[] bytes) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
