package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.entropy.RangeEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Codes a text layer: its kind, its pieces or bytes, its end. Text that the prior does not help with is coded without it,
 * so no text takes more than about 1.1 times its UTF-8 bytes and a few bytes. Stateless.
 */
public final class TextEncoder {
    private TextEncoder() {}

    /**
     * Codes a text layer, its end included.
     *
     * @param layer a {@link Layer.Prose} or {@link Layer.Words}
     * @throws IllegalArgumentException when the text is not well-formed, too long, or not a text layer at all
     */
    public static void encode(Layer layer, RangeEncoder out) {
        if (layer instanceof Layer.KeywordSet set) {
            utf8(set);
            encode(TextKind.SET, out);
            KeywordSetEncoder.encode(set.words(), KeywordPrior.shipped(), out);
            return;
        }
        byte[] text = utf8(layer);
        CaptionPrior prior = CaptionPrior.shipped();
        TextKind kind = layer instanceof Layer.Keywords ? TextKind.WORDS : TextKind.PROSE;
        int[] pieces = PieceCutter.cut(CaseFolder.fold(text, kind.sentenceStart()), prior.pieces());
        if (rawIsSmaller(kind, text, pieces)) {
            encode(kind.raw(), out);
            RawTextEncoder.encode(text, out);
        } else {
            encode(kind, out);
            PieceEncoder.encode(pieces, prior, kind, out);
        }
    }

    /**
     * Names the coder that {@link #encode} chooses for a layer.
     *
     * @return {@code caption-kn5}, {@code raw} or {@code keyword-set}
     */
    public static String coder(Layer layer) {
        if (layer instanceof Layer.KeywordSet) {
            return TextKind.SET.coder();
        }
        byte[] text = utf8(layer);
        TextKind kind = layer instanceof Layer.Keywords ? TextKind.WORDS : TextKind.PROSE;
        int[] pieces = PieceCutter.cut(CaseFolder.fold(text, kind.sentenceStart()), CaptionPrior.shipped().pieces());
        return (rawIsSmaller(kind, text, pieces) ? kind.raw() : kind).coder();
    }

    private static void encode(TextKind kind, RangeEncoder out) {
        out.encode(TextKind.start(kind.id()), TextKind.frequency(kind.id()), TextKind.total());
    }

    private static boolean rawIsSmaller(TextKind kind, byte[] text, int[] pieces) {
        // Where pieces are long the prior is at home, and nothing needs to be tried.
        if (2 * pieces.length <= text.length) {
            return false;
        }
        RangeEncoder raw = new RangeEncoder();
        encode(kind.raw(), raw);
        RawTextEncoder.encode(text, raw);
        RangeEncoder withPrior = new RangeEncoder();
        encode(kind, withPrior);
        PieceEncoder.encode(pieces, CaptionPrior.shipped(), kind, withPrior);
        return raw.bits() < withPrior.bits();
    }

    private static byte[] utf8(Layer layer) {
        if (layer instanceof Layer.Prose prose) {
            return utf8(prose.text());
        }
        if (layer instanceof Layer.Words list) {
            WordList.check(list.words());
            return utf8(WordList.join(list.words()));
        }
        throw new IllegalArgumentException("not a text layer: " + layer.type().label());
    }

    /** UTF-8 of a text, checked. */
    static byte[] utf8(String text) {
        if (text.length() > Layer.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "the text has " + text.length() + " chars, at most " + Layer.MAX_TEXT + " are possible");
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the text has an unpaired surrogate", e);
        }
    }
}
