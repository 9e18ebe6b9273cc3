package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.Layer;
import dev.inkling.SharedFolder;
import dev.inkling.SharedFolder;
import dev.inkling.TextCoder;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.codec.TextMessage;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordSetTest {
    /** SHA-256 of the shipped prior: files written with another one do not decode. */
    private static final String SHIPPED = "9ce3deeb242769ea13967b64150914d84c98e7e56093442a58e525be914115f1";

    private static final String SHIPPED_NETWORK = "d3f680201ba629d5fd9d841969be0db18ec1680d42fe610319ad8437bfa9c758";
    /** Hash of what the network says of the ranks from 101 on after the words of ranks 7 and 100. */
    private static final int OUTPUTS = 846572823;

    private static void assertComesBack(List<String> words) throws IOException {
        Layer.KeywordSet set = new Layer.KeywordSet(words);
        byte[] message = TextMessage.encode(set);
        assertThat(TextMessage.decode(message)).isEqualTo(set);
        assertThat(TextMessage.decode(TextMessage.encode(set))).isEqualTo(set);
        List<String> turned = new ArrayList<>(words);
        Collections.reverse(turned);
        assertThat(TextMessage.encode(new Layer.KeywordSet(turned))).isEqualTo(message);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = KeywordPrior.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    @Test
    void shippedFilesAreThoseThatTheModelCardNames() throws IOException, NoSuchAlgorithmException {
        byte[] prior = resource(KeywordPrior.RESOURCE);
        byte[] network = resource(KeywordNetwork.RESOURCE);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        assertThat(HexFormat.of().formatHex(digest.digest(prior))).isEqualTo(SHIPPED);
        assertThat(HexFormat.of().formatHex(digest.digest(network))).isEqualTo(SHIPPED_NETWORK);
        assertThat(prior.length + network.length).isLessThanOrEqualTo(2_000_000);
    }

    @Test
    void whatTheNetworkSaysIsPinned() {
        KeywordState state = new KeywordState(KeywordNetwork.shipped(), 5);
        state.accept(7);
        state.accept(100);
        int[] outputs = state.outputs(101, 3);
        assertThat(Arrays.hashCode(Arrays.copyOfRange(outputs, 101, outputs.length))).isEqualTo(OUTPUTS);
    }

    @Test
    void setsComeBack() throws IOException {
        assertComesBack(List.of("dog"));
        assertComesBack(List.of("dog", "lawn", "collar", "fence", "sunny"));
        assertComesBack(List.of("Paris", "NASA", "e-mail", "dog", "Dog", "\ud83d\ude00", "caf\u00e9", "A.", "b", "42"));
        assertComesBack(List.of("bannaticus", "dog", "kolbensattel", "zzzzzzzzzz", "q"));
        assertComesBack(List.of("x".repeat(60), "y".repeat(61)));
        assertComesBack(List.of("y".repeat(61), "dog"));
        assertComesBack(List.of("\u65e5\u672c", "\u8a9e\u306e\u8aac", "\u660e"));
        assertComesBack(List.of("\uffff", "\ud83d\ude00", "\0", "\ufeff"));
    }

    @Test
    void firstAndLastWordsOfTheVocabularyComeBack() throws IOException {
        KeywordPrior prior = KeywordPrior.shipped();
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (int i = 0; i < SetSize.MAX; i++) {
            first.add(prior.word(i));
            last.add(prior.word(prior.size() - 1 - i));
        }
        assertComesBack(first);
        assertComesBack(last);
    }

    @Test
    void randomSetsComeBack() throws IOException {
        KeywordPrior prior = KeywordPrior.shipped();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            Set<String> words = new HashSet<>();
            int size = i % 100 == 0 ? SetSize.MAX : 1 + random.nextInt(30);
            while (words.size() < size) {
                boolean known = random.nextInt(10) > 0;
                words.add(known ? prior.word(random.nextInt(prior.size())) : anyWord(random));
            }
            assertComesBack(List.copyOf(words));
        }
    }

    private static String anyWord(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            int codePoint = random.nextInt(5) > 0 ? '!' + random.nextInt(94) : random.nextInt(Character.MAX_CODE_POINT);
            boolean allowed = !Character.isWhitespace(codePoint)
                    && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
            word.appendCodePoint(allowed ? codePoint : 'x');
        }
        return word.toString();
    }

    @Test
    void setsThatAreNoSetsAreRefused() {
        assertThatThrownBy(() -> new Layer.KeywordSet(List.of("a", "b", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the set has the word a twice");
        List<String> tooMany = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            tooMany.add("word" + i);
        }
        for (List<String> words : List.of(List.<String>of(), List.of("a b"), List.of(""), List.of("\ud800"), tooMany)) {
            Layer.KeywordSet set = new Layer.KeywordSet(words);
            assertThatThrownBy(() -> TextMessage.encode(set)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static byte[] spelled(int size, String text) {
        RangeEncoder out = new RangeEncoder();
        int id = TextKind.SET.id();
        int[] kinds = TextKind.starts(CodedText.UNKNOWN);
        out.encode(kinds[id], kinds[id + 1] - kinds[id], kinds[kinds.length - 1]);
        int[] sizes = SetSize.starts(CodedText.UNKNOWN);
        out.encode(sizes[size - 1], sizes[size] - sizes[size - 1], sizes[SetSize.MAX]);
        out.encode(Spelling.RAW_START, Spelling.TOTAL - Spelling.RAW_START, Spelling.TOTAL);
        new RawTextEncoder(text.getBytes(StandardCharsets.UTF_8)).write(CodedText.UNKNOWN, out);
        return out.finish();
    }

    @ParameterizedTest
    @CsvSource({
        "1, ' xyz abc', 'the set has 1 words, but 2 are spelled'",
        "2, ' xyzzy Abc', 'the spelled words are not in ascending order'",
        "2, ' Abc Abc', 'the spelled words are not in ascending order'",
        "1, ' dog', 'a word of the vocabulary is spelled'",
        "2, 'Abc', 'the list does not start with a space'",
        "2, ' Abc  Abd', 'the list has an empty word'"
    })
    void wrongSpellingIsRefused(int size, String text, String reason) {
        byte[] message = spelled(size, text);
        assertThatThrownBy(() -> TextDecoder.decode(new RangeDecoder(message, 0, message.length)))
                .isInstanceOf(MalformedBitstreamException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void damagedMessagesAreRefusedOrDecodeToASet() throws IOException {
        byte[] message = TextMessage.encode(new Layer.KeywordSet(List.of("dog", "lawn", "collar", "fence", "Xyzzy")));
        for (int i = 0; i < message.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = message.clone();
                damaged[i] ^= (byte) (1 << bit);
                assertDecodesOrRefuses(damaged);
            }
            assertDecodesOrRefuses(Arrays.copyOf(message, i));
        }
    }

    private static void assertDecodesOrRefuses(byte[] bytes) throws IOException {
        try {
            Layer layer = TextMessage.decode(bytes);
            assertThat(TextMessage.decode(TextMessage.encode(layer))).isEqualTo(layer);
        } catch (MalformedBitstreamException | UnsupportedBitstreamException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    void setTakesFewerBytesThanAList() {
        List<String> words = List.of(("kitchen table chair window white wall wooden cabinet sink stove refrigerator floor"
                + " tile counter black cup plate bowl lamp door").split(" "));
        assertThat(TextMessage.encode(new Layer.KeywordSet(words)).length)
                .isLessThan(TextMessage.encode(new Layer.Keywords(words)).length * 3 / 4);
        assertThat(TextMessage.of(new Layer.KeywordSet(words), TextCoder.CAPTION).coder()).isEqualTo("keyword-set");
    }

    @ParameterizedTest
    @CsvSource({"5, 8.9", "10, 9.0", "20, 8.6", "40, 7.9"})
    void firstWordsOfDescriptionsTakeAtMost(int length, double bitsPerWord) throws IOException {
        Path texts = SharedFolder.resolve("text/test-descriptions.txt");
        assumeTrue(Files.exists(texts), "not run: no test descriptions; set INKLING_SHARED to the folder that has them");
        List<Layer.KeywordSet> sets = EvaluateKeywordSets.sets(Files.readAllLines(texts), length);
        assertThat(EvaluateKeywordSets.bitsPerWord(sets, length)).isLessThanOrEqualTo(bitsPerWord);
    }
}
