package dev.inkling.codec;

import dev.inkling.Layer;
import dev.inkling.TextCoder;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.text.TextDecoder;
import dev.inkling.text.TextEncoder;
import dev.inkling.text.UsualWords;
import java.io.IOException;
import java.util.List;

/**
 * A text layer alone, as bytes without a header: the shortest form of a description. It carries no check, and its length
 * is part of what it says. Immutable.
 */
public final class TextMessage {
    private final byte[] bytes;
    private final String coder;

    private TextMessage(byte[] bytes, String coder) {
        this.bytes = bytes;
        this.coder = coder;
    }

    /**
     * Codes a text.
     *
     * @param layer a {@link Layer.Prose} or {@link Layer.Words}
     * @throws IllegalArgumentException when the layer is not a valid text layer, or not one for this coder
     */
    public static TextMessage of(Layer layer, TextCoder coder) {
        TextEncoder encoder = TextEncoder.of(layer, coder);
        return new TextMessage(encoder.message(), encoder.coder());
    }

    /** The same in the fewest bytes. */
    public static byte[] encode(Layer layer) {
        return of(layer, TextCoder.CAPTION).bytes();
    }

    /**
     * Decodes a text.
     *
     * @throws dev.inkling.MalformedBitstreamException   when the bytes are not exactly one message
     * @throws dev.inkling.UnsupportedBitstreamException when it is coded in a way that is not known here
     */
    public static Layer decode(byte[] message) throws IOException {
        return TextDecoder.message(new RangeDecoder(message, 0, message.length));
    }

    /**
     * Words that descriptions of pictures use, the most frequent first.
     *
     * @param most how many, 1 or more
     */
    public static List<String> usualWords(int most) {
        return UsualWords.first(most);
    }

    /** The message. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Name of the coder that was used: a {@link TextCoder#label}, {@code raw} or {@code keyword-set}. */
    public String coder() {
        return coder;
    }
}
