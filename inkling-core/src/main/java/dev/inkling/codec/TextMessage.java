package dev.inkling.codec;

import dev.inkling.Layer;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.text.TextDecoder;
import dev.inkling.text.TextEncoder;
import java.io.IOException;

/** A text layer alone, as bytes without a header: the shortest form of a description. Stateless. */
public final class TextMessage {
    private TextMessage() {}

    /**
     * Codes a text.
     *
     * @param layer a {@link Layer.Prose} or {@link Layer.Words}
     * @throws IllegalArgumentException when the layer is not a valid text layer
     */
    public static byte[] encode(Layer layer) {
        RangeEncoder out = new RangeEncoder();
        TextEncoder.encode(layer, out);
        return out.finish();
    }

    /**
     * Decodes a text.
     *
     * @throws dev.inkling.MalformedBitstreamException   when the bytes are not exactly one message
     * @throws dev.inkling.UnsupportedBitstreamException when it is coded in a way that is not known here
     */
    public static Layer decode(byte[] message) throws IOException {
        RangeDecoder in = new RangeDecoder(message, 0, message.length);
        Layer layer = TextDecoder.decode(in);
        in.finish();
        return layer;
    }

    /**
     * Names the coder that {@link #encode} chooses for a layer, for reports.
     *
     * @return {@code caption-kn5} (with the caption prior), {@code raw} (without) or {@code keyword-set}
     */
    public static String coder(Layer layer) {
        return TextEncoder.coder(layer);
    }
}
