package dev.inkling.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.inkling.FuzzSeeds;
import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are a text message or are refused, and any text comes back from its message. */
class TextMessageFuzzTest {
    static Stream<byte[]> messages() {
        return FuzzSeeds.of("fuzz/text", ".bin");
    }

    static Stream<byte[]> texts() {
        return FuzzSeeds.of("golden", ".txt");
    }

    @MethodSource("messages")
    @FuzzTest(maxDuration = "20m")
    void anyBytesAreDecodedOrRefused(byte[] message) throws IOException {
        try {
            Layer layer = TextMessage.decode(message);
            assertComesBack(layer);
        } catch (MalformedBitstreamException e) {
            assertThat(e.offset()).isNotNegative();
        } catch (UnsupportedBitstreamException e) {
            assertThat(e.what()).isEqualTo("text coder");
        }
    }

    @MethodSource("texts")
    @FuzzTest(maxDuration = "20m")
    void anyTextComesBack(byte[] utf8) throws IOException {
        // Ill-formed bytes become U+FFFD, so that every input is a text.
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.length() > Layer.MAX_TEXT) {
            return;
        }
        assertComesBack(new Layer.Prose(text));
        List<String> words = words(text);
        if (!words.isEmpty()) {
            assertComesBack(new Layer.Keywords(words));
            assertComesBack(new Layer.KeywordSet(words.stream().distinct().toList()));
        }
    }

    private static List<String> words(String text) {
        StringBuilder spaced = new StringBuilder();
        text.codePoints().forEach(c -> spaced.appendCodePoint(Character.isWhitespace(c) ? ' ' : c));
        return Arrays.stream(spaced.toString().split(" "))
                .filter(word -> !word.isEmpty())
                .limit(255)
                .toList();
    }

    private static void assertComesBack(Layer layer) throws IOException {
        assertThat(TextMessage.decode(TextMessage.encode(layer))).isEqualTo(layer);
    }
}
