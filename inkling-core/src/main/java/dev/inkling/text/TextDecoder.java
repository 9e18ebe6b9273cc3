package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Decodes what {@link TextEncoder} coded. Stateless. */
public final class TextDecoder {
    private TextDecoder() {}

    /**
     * Decodes a text layer.
     *
     * @return a {@link Layer.Prose} or {@link Layer.Words}
     * @throws MalformedBitstreamException   when there is no valid text layer here
     * @throws UnsupportedBitstreamException when it is coded in a way that is not known here
     */
    public static Layer decode(RangeDecoder in) throws MalformedBitstreamException, UnsupportedBitstreamException {
        return decode(CodedText.UNKNOWN, in);
    }

    /**
     * Decodes a message that holds a text layer and nothing else, to its end.
     *
     * @param in at its start
     * @throws MalformedBitstreamException   when it is not exactly one text layer
     * @throws UnsupportedBitstreamException when it is coded in a way that is not known here
     */
    public static Layer message(RangeDecoder in) throws MalformedBitstreamException, UnsupportedBitstreamException {
        Layer layer = decode(in.length(), in);
        in.finishPadded();
        return layer;
    }

    private static Layer decode(int bytes, RangeDecoder in)
            throws MalformedBitstreamException, UnsupportedBitstreamException {
        TextKind kind = kind(TextKind.starts(bytes), in);
        byte[] utf8;
        switch (kind) {
            case SET -> {
                return KeywordSetDecoder.decode(bytes, in);
            }
            case PROSE, FAST_PROSE, WORDS -> utf8 = CaseRestorer.restore(
                    PieceDecoder.decode(CaptionPrior.shipped(), kind, bytes, PieceDecoder.MOST_BYTES, in),
                    kind.sentenceStart());
            case RAW_PROSE, RAW_WORDS -> utf8 = RawTextDecoder.decode(in);
            case ZLIB_PROSE -> utf8 = ZlibDecoder.decode(in);
            case CONSONANTS -> {
                return new Layer.Prose(String.join(" ", ConsonantExpander.expand(ConsonantDecoder.decode(in))));
            }
            default -> throw new AssertionError(kind);
        }
        String text = text(utf8, in);
        return kind.words() ? keywords(text, in) : new Layer.Prose(text);
    }

    private static TextKind kind(int[] starts, RangeDecoder in)
            throws MalformedBitstreamException, UnsupportedBitstreamException {
        int total = starts[starts.length - 1];
        int at = in.locate(total);
        int id = 0;
        while (at >= starts[id + 1]) {
            id++;
        }
        in.consume(starts[id], starts[id + 1] - starts[id], total);
        for (TextKind kind : TextKind.values()) {
            if (kind.id() == id) {
                return kind;
            }
        }
        throw new UnsupportedBitstreamException(
                "text coder", "id " + id, "this version knows ids 0 to " + (TextKind.values().length - 1));
    }

    /** The text of UTF-8, checked. */
    static String text(byte[] utf8, RangeDecoder in) throws MalformedBitstreamException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            if (text.length() > Layer.MAX_TEXT) {
                throw malformed(in, "the text is longer than " + Layer.MAX_TEXT + " chars");
            }
            return text;
        } catch (CharacterCodingException e) {
            MalformedBitstreamException malformed = malformed(in, "the text is not valid UTF-8");
            malformed.initCause(e);
            throw malformed;
        }
    }

    private static Layer keywords(String text, RangeDecoder in) throws MalformedBitstreamException {
        try {
            List<String> words = WordList.split(text);
            WordList.check(words);
            return new Layer.Keywords(words);
        } catch (IllegalArgumentException e) {
            MalformedBitstreamException malformed = malformed(in, e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
    }

    /** A complaint about what was just decoded. */
    static MalformedBitstreamException malformed(RangeDecoder in, String reason) {
        return new MalformedBitstreamException(Math.max(0, in.bits()) / 8, reason);
    }
}
