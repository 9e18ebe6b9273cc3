package dev.inkling.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Layer;
import dev.inkling.TextCoder;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.codec.Decoder;
import dev.inkling.image.ImageSize;
import dev.inkling.openai.OpenAiDescriber.Style;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.fake.FakeRequest;
import dev.inkling.openai.fake.FakeService;
import dev.inkling.openai.fake.Services;
import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.prompt.PromptBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile files, decoded in every way: what leaves towards the services is looked at, not what a model makes of it. */
class InjectionTest {
    private static final FakeService SERVICE = new FakeService();
    private static final PromptBook PROMPTS = PromptBook.shipped();
    private static final String BOOK = PROMPTS.text().replace("{words}", "5");
    private static final ImageSize SIZE = new ImageSize(64, 64);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    /** One attempt a line; {@code \n} and {@code \\u} escapes are undone. */
    static Stream<String> attempts() throws IOException {
        try (InputStream in = InjectionTest.class.getResourceAsStream("injections.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(InjectionTest::unescape)
                    .map(line -> line.replace("(long)", "and so on ".repeat(2000)))
                    .toList()
                    .stream();
        }
    }

    private static String unescape(String line) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(line)
                .replaceAll(unit -> String.valueOf((char) Integer.parseInt(unit.group(1), 16)))
                .translateEscapes();
    }

    @Test
    void theCorpusIsLargeEnough() throws IOException {
        assertThat(attempts().distinct().count()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void theWordsOfAFileStayWordsOfAFile(String attempt) throws IOException {
        int before = SERVICE.requests().size();
        byte[] file = file(attempt);
        OpenAiClient client = Services.openAi(SERVICE);
        OpenAiGenerator openAi = new OpenAiGenerator(client, PROMPTS, new ClassicalGenerator());
        Critic critic = new Critic(client, PROMPTS, new OpenAiDescriber(client, PROMPTS, Style.STRUCTURAL, 40));
        new Decoder(new ReflectingGenerator(openAi, openAi, critic, Reflection.fixed(1)), 1 << 20).decode(file);
        new Decoder(new A1111Generator(Services.a1111(SERVICE), PROMPTS, new ClassicalGenerator()), 1 << 20).decode(file);
        new OpenAiCondenser(client, PROMPTS, 5).condense(attempt, 5);

        assertThat(SERVICE.violations()).as("no tools, no addresses, no unknown fields").isEmpty();
        for (FakeRequest request : SERVICE.requests().subList(before, SERVICE.requests().size())) {
            check(request, attempt);
        }
    }

    private static byte[] file(String text) {
        BitstreamWriter writer = new BitstreamWriter(SIZE, false);
        writer.text(new Layer.Prose(text), TextCoder.CAPTION_FAST);
        ByteBuffer bytes = writer.finish().bytes();
        byte[] file = new byte[bytes.remaining()];
        bytes.get(file);
        return file;
    }

    private static void check(FakeRequest request, String attempt) {
        String words = request.words();
        assertThat(words.length()).isLessThan(8000);
        if (request.path().startsWith("/sdapi")) {
            assertThat(words).doesNotContain("<", ">", "[", "]", "(", ")", "|", "{", "}", "__", "://", "\n");
            return;
        }
        String outside = words.replaceAll("(?s)<<<DESCRIPTION\n[^\n]*\nDESCRIPTION>>>", "");
        assertThat(outside).as("marks come in pairs").doesNotContain("<<<", ">>>");
        for (String line : outside.split("\n")) {
            String begin = line.strip().substring(0, Math.min(60, line.strip().length()));
            assertThat(BOOK.contains(begin) || begin.matches("Meant:|Made:"))
                    .as("outside the marks there is only the book: %s, for %s", begin, attempt)
                    .isTrue();
        }
    }

    @Test
    void aFilesTextIsShortWhateverItsLength() throws IOException {
        List<String> all = attempts().toList();
        for (String attempt : all) {
            assertThat(FileText.of(attempt).text().length()).isLessThanOrEqualTo(FileText.MAX_CHARS);
        }
    }
}
