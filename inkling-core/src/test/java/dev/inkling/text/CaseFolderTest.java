package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFolderTest {
    /** Folds and shows the marks as {@code ^} for a capital, {@code ~} for all capitals, {@code _} for lower case. */
    private static String fold(String text, SentenceStart start) {
        byte[] folded = CaseFolder.fold(text.getBytes(StandardCharsets.UTF_8), start);
        return new String(folded, StandardCharsets.ISO_8859_1)
                .replace((char) Marks.CAPITAL, '^')
                .replace((char) Marks.ALL_CAPITALS, '~')
                .replace((char) Marks.LOWER, '_');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "A dog. The Eiffel tower | a dog. the^ eiffel tower",
        "He said \"no.\" Then left | he said \"no.\" then left",
        "a dog. the NASA logo | _a dog._ the~ nasa logo",
        "Then I saw an iPhone | then^ i saw an iPhone",
        "Mr. McDonald (A chef) | mr. McDonald (^a chef)",
        "What? No! e.g. this | what? no!_ e.g._ this"
    })
    void capitalsThatSpellingExpectsAreNotMarked(String text, String folded) {
        assertThat(fold(text, SentenceStart.ofProse())).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"dog Paris USA. red | dog^ paris~ usa. red"})
    void inWordListsNoCapitalIsExpected(String text, String folded) {
        assertThat(fold(text, SentenceStart.ofWords())).isEqualTo(folded);
    }
}
