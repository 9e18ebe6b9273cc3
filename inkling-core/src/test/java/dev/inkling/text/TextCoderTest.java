package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.Layer;
import dev.inkling.TextCoder;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.codec.TextMessage;
import dev.inkling.entropy.RangeEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCoderTest {
    private static final String SENTENCES = "A close-up shot of a brown dog that is lying on a green lawn. The dog wears a"
            + " red collar, and its eyes are closed. In the background, a white wooden fence is visible.";

    private static void assertComesBack(Layer layer) throws IOException {
        byte[] message = TextMessage.encode(layer);
        assertThat(TextMessage.decode(message)).isEqualTo(layer);
        assertThat(TextMessage.encode(layer)).isEqualTo(message);
    }

    private static Layer.Prose prose(String text) {
        return new Layer.Prose(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "A",
                "I",
                ".",
                "A dog.",
                "a dog. the end",
                "NASA's iPhone, McDonald's and an eBay box. iPods! O'Neil said \"no.\" Then HE left (maybe). (Really.) x",
                "THE END. A.B.C. ABC. aBC. Ab Cd. A B C a b c",
                "tabs\tand\nnew\r\nLines\n\n  Two  spaces   three. ",
                "\0\u0001\u007f\u0080\uffff\ufeff",
                "caf\u00e9 \u00c9tude na\u00efve \u2014 \u201cquoted\u201d it\u2019s",
                "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u202e override",
                "\u65e5\u672c\u8a9e\u306e\u8aac\u660e\u6587\u3067\u3059\u3002",
                "\ud83d\udc69\u200d\ud83d\ude80 on the moon \ud83c\uddfa\ud83c\uddf3 e\u0301",
                "^~|_ 1234567890 3.14159 #hash @at http://example.org/?q=1&r=2",
                "--- '' \"\" -- -a 'a a-b a'b -1 '1"
            })
    void oddTextsComeBack(String text) throws IOException {
        assertComesBack(prose(text));
    }

    @Test
    void tenThousandRandomTextsComeBack() throws IOException {
        String[] alphabets = {
            "abc ABC.", "aA. ", "the dog. A Cat's \"x\" (y) 12-", "\ud83d\ude00\u00e9\u65e5\u05d0", "\0\n\t\r \u2028\uffff\ud800\udc00"
        };
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            int[] alphabet = alphabets[i % alphabets.length].codePoints().toArray();
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(24); left > 0; left--) {
                text.appendCodePoint(i % 7 == 0 ? anyCodePoint(random) : alphabet[random.nextInt(alphabet.length)]);
            }
            byte[] message = TextMessage.encode(prose(text.toString()));
            assertThat(TextMessage.decode(message)).isEqualTo(prose(text.toString()));
            int utf8 = text.toString().getBytes(StandardCharsets.UTF_8).length;
            assertThat(message.length).isLessThanOrEqualTo(utf8 * 13 / 10 + 4);
        }
    }

    private static int anyCodePoint(SplittableRandom random) {
        int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 'x' : codePoint;
    }

    @Test
    void longestTextsComeBack() throws IOException {
        assertLongComesBack(prose("x".repeat(Layer.MAX_TEXT)));
        assertLongComesBack(prose("A ".repeat(Layer.MAX_TEXT / 2)));
        assertLongComesBack(prose((SENTENCES + "\n").repeat(500).substring(0, Layer.MAX_TEXT)));
        assertLongComesBack(prose("\u65e5".repeat(Layer.MAX_TEXT)));
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder text = new StringBuilder();
        while (text.length() < Layer.MAX_TEXT) {
            text.append((char) random.nextInt(Character.MIN_SURROGATE));
        }
        assertLongComesBack(prose(text.toString()));
    }

    private static void assertLongComesBack(Layer.Prose layer) throws IOException {
        byte[] message = TextMessage.encode(layer);
        assertThat(TextMessage.decode(message)).isEqualTo(layer);
        assertThat(message.length).isLessThan(layer.text().getBytes(StandardCharsets.UTF_8).length * 11 / 10);
    }

    @Test
    void textsThatAreNoTextsAreRefused() {
        for (String text : List.of("\ud800", "a\udc00b", "\udc00\ud800", "x\ud83d")) {
            assertThatThrownBy(() -> TextMessage.encode(prose(text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("surrogate");
        }
        assertThatThrownBy(() -> TextMessage.encode(prose("x".repeat(Layer.MAX_TEXT + 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536");
    }

    @Test
    void wordListsComeBack() throws IOException {
        assertComesBack(new Layer.Keywords(List.of("dog", "lawn", "collar", "fence", "sunny")));
        assertComesBack(new Layer.Keywords(List.of("x")));
        assertComesBack(new Layer.Keywords(List.of("Paris", "NASA", "e-mail", "dog", "dog", "\ud83d\ude00", "caf\u00e9", "A.", "b")));
        assertComesBack(new Layer.Keywords(Collections.nCopies(255, "word")));
        assertComesBack(new Layer.Keywords(List.of("\u65e5\u672c", "\u8a9e\u306e\u8aac", "\u660e")));
    }

    @Test
    void listsThatAreNoListsAreRefused() {
        for (List<String> words :
                List.of(List.<String>of(), List.of("a b"), List.of(""), List.of("a", "\n"), Collections.nCopies(256, "a"))) {
            assertThatThrownBy(() -> TextMessage.encode(new Layer.Keywords(words)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void randomBytesAreRefusedOrDecoded() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertDecodesOrRefuses(bytes);
        }
        assertDecodesOrRefuses(new byte[1 << 16]);
        byte[] ones = new byte[1 << 16];
        Arrays.fill(ones, (byte) -1);
        assertDecodesOrRefuses(ones);
    }

    private static void assertDecodesOrRefuses(byte[] bytes) {
        try {
            assertThat(TextMessage.decode(bytes)).isNotNull();
        } catch (MalformedBitstreamException | UnsupportedBitstreamException e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (IOException e) {
            throw new AssertionError("neither malformed nor unsupported", e);
        }
    }

    @Test
    void otherLengthsSayOtherThings() {
        byte[] message = TextMessage.encode(prose(SENTENCES));
        for (int length = 0; length < message.length + 8; length++) {
            if (length != message.length) {
                assertSaysOther(Arrays.copyOf(message, length));
            }
        }
    }

    private static void assertSaysOther(byte[] bytes) {
        try {
            assertThat(TextMessage.decode(bytes)).isNotEqualTo(prose(SENTENCES));
        } catch (IOException e) {
            assertThat(e).isInstanceOf(MalformedBitstreamException.class);
        }
    }

    @Test
    void endsTakeOneOrTwoBitsWhereNothingFollows() {
        double alone = 0;
        double followed = 0;
        for (int words = 10; words < 30; words++) {
            Layer text = prose(String.join(" ", List.of(SENTENCES.split(" ")).subList(0, words)));
            alone += TextMessage.encode(text).length;
            RangeEncoder out = new RangeEncoder();
            TextEncoder.of(text).write(out);
            followed += out.finish().length;
        }
        assertThat(alone / 20).isLessThan(followed / 20 - 0.5);
    }

    @Test
    void publishedCodersAreNamedAndDecoded() throws IOException {
        for (TextCoder coder : List.of(TextCoder.CAPTION_FAST, TextCoder.ZLIB)) {
            TextMessage message = TextMessage.of(prose(SENTENCES), coder);
            assertThat(message.coder()).isEqualTo(coder.label());
            assertThat(TextMessage.decode(message.bytes())).isEqualTo(prose(SENTENCES));
        }
        TextMessage consonants = TextMessage.of(prose("A brown dog on the green grass."), TextCoder.CONSONANT4);
        assertThat(consonants.coder()).isEqualTo("consonant4");
        assertThat(TextMessage.decode(consonants.bytes())).isEqualTo(prose("brown dog on the green grass"));
        assertThatThrownBy(() -> TextMessage.of(new Layer.Keywords(List.of("dog")), TextCoder.ZLIB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the coder zlib is not for keywords");
    }

    @Test
    void unknownCodersAreRefusedByName() {
        for (int id = 8; id < TextKind.ids(); id++) {
            RangeEncoder out = new RangeEncoder();
            RawText.kind(id, out);
            byte[] message = out.finish();
            assertThatThrownBy(() -> TextMessage.decode(message))
                    .isInstanceOf(UnsupportedBitstreamException.class)
                    .hasMessageContaining("text coder: found id " + id);
        }
    }

    @Test
    void coderIsNamed() {
        assertThat(TextMessage.of(prose(SENTENCES), TextCoder.CAPTION).coder()).isEqualTo("caption");
        assertThat(TextMessage.of(prose("\u65e5\u672c\u8a9e\u306e\u8aac\u660e\u6587\u3067\u3059"), TextCoder.CAPTION).coder()).isEqualTo("raw");
    }

    @Test
    void kindCostsLittle() {
        assertThat(TextMessage.encode(prose("A dog."))).hasSizeLessThan(6);
        assertThat(TextMessage.encode(new Layer.Keywords(List.of("dog")))).hasSizeLessThan(4);
    }
}
