package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.TextCoder;
import dev.inkling.entropy.RangeEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Codes a text layer: its kind, its pieces or bytes, its end. Text that the prior does not help with is coded without it,
 * so no text takes more than about 1.1 times its UTF-8 bytes and a few bytes. Immutable.
 */
public final class TextEncoder {
    /** Longer texts, in bytes, go without the network: no picture description is so long. */
    private static final int LONGEST = 8192;

    private final TextKind kind;
    private final CodedText text;

    private TextEncoder(TextKind kind, CodedText text) {
        this.kind = kind;
        this.text = text;
    }

    /** Begins to load what captions are coded with, beside whatever else goes on. */
    public static void preload() {
        CompletableFuture.runAsync(CaptionPrior::shipped).thenRun(CaptionNetwork::shipped);
    }

    /**
     * Models a text layer, for {@link #write} or {@link #message}.
     *
     * @param layer a {@link Layer.Prose} or {@link Layer.Words}
     * @throws IllegalArgumentException when the text is not well-formed, too long, or not a text layer at all
     */
    public static TextEncoder of(Layer layer) {
        return of(layer, TextCoder.CAPTION);
    }

    /**
     * The same with a coder of one's choice.
     *
     * @param coder for keyword sets {@link TextCoder#CAPTION}, for keywords any but {@link TextCoder#ZLIB}
     * @throws IllegalArgumentException also when the coder is not for such a layer
     */
    public static TextEncoder of(Layer layer, TextCoder coder) {
        byte[] text = utf8(layer);
        if (layer instanceof Layer.KeywordSet set) {
            refuse(coder, coder != TextCoder.CAPTION, "keyword sets");
            return new TextEncoder(TextKind.SET, KeywordSetEncoder.of(set.words(), KeywordPrior.shipped()));
        }
        boolean prose = layer instanceof Layer.Prose;
        return switch (coder) {
            case CAPTION -> captioned(text, prose ? TextKind.PROSE : TextKind.WORDS);
            case CAPTION_FAST -> captioned(text, prose ? TextKind.FAST_PROSE : TextKind.WORDS);
            case ZLIB -> {
                refuse(coder, !prose, "keywords");
                yield new TextEncoder(TextKind.ZLIB_PROSE, new ZlibEncoder(text));
            }
            case CONSONANT4 -> new TextEncoder(
                    TextKind.CONSONANTS,
                    new ConsonantEncoder(Consonants.ofText(new String(text, StandardCharsets.UTF_8))));
        };
    }

    private static void refuse(TextCoder coder, boolean unfit, String layers) {
        if (unfit) {
            throw new IllegalArgumentException("the coder " + coder.label() + " is not for " + layers);
        }
    }

    private static TextEncoder captioned(byte[] text, TextKind kind) {
        CaptionPrior prior = CaptionPrior.shipped();
        int[] pieces = PieceCutter.cut(CaseFolder.fold(text, kind.sentenceStart()), prior.pieces());
        TextKind fastKind = kind.words() ? kind : TextKind.FAST_PROSE;
        TextEncoder fast = new TextEncoder(fastKind, PieceEncoder.of(pieces, prior, fastKind));
        // Where pieces are long the prior is at home, and bytes need not be tried.
        if (2 * pieces.length > text.length) {
            TextEncoder raw = new TextEncoder(kind.raw(), new RawTextEncoder(text));
            if (raw.bits() < fast.bits()) {
                return raw;
            }
        }
        // Text of so few bits leaves the network nothing to add: the embedded describer wrote it.
        if (kind == fastKind || text.length > LONGEST || 5 * fast.bits() < 4L * text.length) {
            return fast;
        }
        return new TextEncoder(kind, PieceEncoder.of(pieces, prior, kind));
    }

    /** Name of the coder that was used: a {@link TextCoder#label}, {@code raw} or {@code keyword-set}. */
    public String coder() {
        return kind.coder();
    }

    /** Writes the layer, its end included, when other layers follow. */
    public void write(RangeEncoder out) {
        write(CodedText.UNKNOWN, out);
    }

    /** A whole message that holds the layer alone: its length tells where the text ends. */
    public byte[] message() {
        int bytes = (int) Math.max(0, bits() / 8 - 3);
        while (true) {
            RangeEncoder out = new RangeEncoder();
            write(bytes, out);
            byte[] message = out.finish();
            if (message.length <= bytes) {
                return Arrays.copyOf(message, bytes);
            }
            bytes++;
        }
    }

    private void write(int bytes, RangeEncoder out) {
        int[] kinds = TextKind.starts(bytes);
        out.encode(kinds[kind.id()], kinds[kind.id() + 1] - kinds[kind.id()], kinds[kinds.length - 1]);
        text.write(bytes, out);
    }

    private long bits() {
        RangeEncoder out = new RangeEncoder();
        write(out);
        return out.bits();
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
