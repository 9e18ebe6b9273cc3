package dev.inkling.onnx.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTest {
    private static final String MERGES = "#version: 0.2\nc a\na t</w>\nc at</w>\np h\nph o\n";

    private static final String UNIGRAM =
            "{\"model\": {\"type\": \"Unigram\"}, \"pre_tokenizer\": {\"type\": \"Metaspace\"}";

    /** Folders with made-up tokenizers. */
    private static final Path RESOURCES = Path.of("src", "test", "resources", "dev", "inkling", "onnx", "clip");

    @TempDir
    private Path folder;

    private Tokenizer published;

    @BeforeEach
    void read() throws IOException {
        Path file = folder.resolve("vocabulary.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(MERGES.getBytes(StandardCharsets.UTF_8));
        }
        published = Tokenizer.ofMerges(ModelFile.of(file));
    }

    /** Reference values: an independent tokenizer in Python; check-metrics.py. */
    @Test
    void agreesWithAnIndependentTokenizer() {
        assertThat(published.padded("A cat, the photo's cat & 2 cats – naïve", 32)).containsExactly(
                517, 320, 512, 339, 267, 83, 71, 324, 516, 83, 334, 6, 338, 512, 339, 261, 273, 512, 83, 338, 158, 222,
                497, 77, 64, 127, 107, 85, 324, 518, 0, 0);
    }

    /** Published for CLIP: "a" at the end of a word is token 320, the "!" of the padding 0. */
    @Test
    void bytesHaveThePublishedNumbers() {
        assertThat(published.padded("a", 4)).containsExactly(517, 320, 518, 0);
        assertThat(published.padded("!a", 5)).containsExactly(517, 256, 320, 518, 0);
    }

    /** The published file has 262,145 lines; the tokens of start and end are 49406 and 49407. */
    @Test
    void onlyThePublishedMergesAreTaken() throws IOException {
        StringBuilder lines = new StringBuilder("heading\n");
        for (int i = 0; i < 60_000; i++) {
            lines.append("a").append(i).append(" b\n");
        }
        Path file = Files.writeString(folder.resolve("long.txt"), lines);

        assertThat(Tokenizer.ofMerges(ModelFile.of(file)).encode("a", 3)).containsExactly(49406, 320, 49407);
    }

    @Test
    void curlyQuotesAreStraightened() {
        assertThat(published.padded("\u2018a\u2019s \u201ca\u201d", 32))
                .isEqualTo(published.padded("'a's \"a\"", 32));
    }

    @Test
    void longTextsAreCutBeforeTheEnd() {
        assertThat(published.padded("a a a a", 4)).containsExactly(517, 320, 320, 518);
        assertThat(published.padded("", 2)).containsExactly(517, 518);
    }

    /** The tokens that the published vocabulary gives these words. */
    @Test
    void vocabulariesSayTheNumbers() throws IOException {
        Files.createDirectory(folder.resolve("tokenizer"));
        Files.writeString(folder.resolve("tokenizer/vocab.json"), "{\"a</w>\":320,\"photo</w>\":1125,\"of</w>\":539,"
                + "\"cat</w>\":2368,\"<|startoftext|>\":49406,\"<|endoftext|>\":49407,\"!\":0}");
        Files.writeString(folder.resolve("tokenizer/merges.txt"),
                "#version: 0.2\no f</w>\na t</w>\nc at</w>\np h\no to</w>\nt o</w>\nph oto</w>\n");
        Files.writeString(folder.resolve("tokenizer/tokenizer_config.json"), "{\"pad_token\": \"!\"}");

        assertThat(Tokenizer.read(new ModelFolder(folder), "tokenizer").padded("A photo of a cat", 8))
                .containsExactly(49406, 320, 1125, 539, 320, 2368, 49407, 0);
    }

    /** Reference values: the tokenizers library of Hugging Face, 0.23.2, with the same file. */
    @Test
    void bytePairsOfAFolderAgreeWithTheReference() throws IOException {
        Tokenizer tokenizer = tokenizer("clip");

        assertThat(tokenizer.encode("A Cat, the photo's  dog & 2 cats – naïve!!", 77)).containsExactly(
                522, 320, 512, 339, 267, 83, 71, 324, 521, 6, 338, 519, 261, 273, 512, 83, 338, 158, 222, 497, 77, 64,
                127, 107, 85, 324, 0, 256, 523);
        assertThat(tokenizer.encode("日本 cat🚲", 77))
                .containsExactly(522, 162, 245, 98, 162, 250, 361, 512, 339, 172, 253, 248, 366, 523);
        assertThat(tokenizer.padded("dogs doghouse toto", 17))
                .containsExactly(522, 518, 70, 338, 518, 70, 71, 78, 84, 82, 324, 83, 78, 520, 523, 523, 523);
    }

    /** Reference values: the tokenizers library of Hugging Face, 0.23.2, with the same file. */
    @Test
    void unigramsOfAFolderAgreeWithTheReference() throws IOException {
        Tokenizer tokenizer = tokenizer("siglip");

        assertThat(tokenizer.encode("A photo of a cat!", 64)).containsExactly(4, 5, 6, 4, 7, 1);
        assertThat(tokenizer.encode("  Cats;  a CATS\tphoto-toto naïve", 64))
                .containsExactly(15, 4, 15, 5, 14, 14, 3, 21, 16, 20, 23, 22, 1);
        assertThat(tokenizer.encode("日本 cat 🚲x", 64)).containsExactly(3, 2, 7, 3, 2, 1);
        assertThat(tokenizer.encode("catscat", 64)).containsExactly(15, 17, 16, 9, 1);
        assertThat(tokenizer.encode("zzcat q", 64)).containsExactly(3, 2, 17, 16, 9, 3, 2, 1);
        assertThat(tokenizer.padded("", 3)).containsExactly(1, 1, 1);
    }

    private static Tokenizer tokenizer(String name) throws ProviderException {
        return Tokenizer.read(new ModelFolder(RESOURCES.resolve(name)), "");
    }

    @Test
    void otherTokenizersAreRefused() throws IOException {
        assertRefused("{\"model\": {\"type\": \"WordPiece\"}}", "its tokenizer is a WordPiece, known are BPE and Unigram");
        assertRefused("{\"model\": {\"type\": \"BPE\", \"merges\": []}}", "do not mark ends of words with </w>");
        assertRefused("{\"model\": {\"type\": \"Unigram\", \"byte_fallback\": true}}", "falls back to bytes");
        assertRefused(UNIGRAM + "}",
                "has no token </s>");
        assertRefused("{\"model\": {\"type\": \"Unigram\"}}", "cuts words in a way that is not known here: ");
        assertRefused("{\"model\": {\"type\": \"Unigram\"}, \"pre_tokenizer\":"
                + " {\"type\": \"Metaspace\", \"prepend_scheme\": \"never\"}}", "cuts words in a way that is not known");
        assertRefused(UNIGRAM + ", \"normalizer\": {\"type\": \"Shout\"}}",
                "has a normaliser that is not known here: Shout");
        assertRefused(UNIGRAM + ", \"normalizer\": {\"type\": \"Replace\", \"pattern\": {\"Regex\": \"(\"}}}", "has a pattern that is none here: (");
        assertRefused("[", "is no JSON");
    }

    @Test
    void missingTokenizersAreNamed() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> Tokenizer.read(new ModelFolder(folder), ""))
                .withMessageContaining("expected vocab.json in it");
    }

    private void assertRefused(String json, String message) throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), json);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> Tokenizer.read(new ModelFolder(folder), ""))
                .withMessageContaining(message);
    }
}
