package dev.inkling.eval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextComparisonTest {
    private static final List<String> TEXTS = List.of(
            "A red kite over a gray sea.", "Ünïcode stays as it is, whatever it costs.", "a");

    @Test
    void losslessCodersGiveTheTextBack() throws IOException {
        List<TextComparison.Row> rows = TextComparison.of(TEXTS, List.of("zlib"), Optional.empty());

        assertThat(rows).extracting(TextComparison.Row::codec).containsExactly("inkling", "zlib");
        assertThat(rows).extracting(TextComparison.Row::exact).containsOnly(3);
        assertThat(rows.get(0).bytes()).isLessThan(rows.get(1).bytes());
    }

    @Test
    void consonantsTakeFourBitsEach() {
        ConsonantCodec codec = new ConsonantCodec();

        assertThat(codec.encode("A red kite")).hasSize(3);
        assertThat(codec.decode(codec.encode("A red kite"))).isEqualTo("rd kt");
        assertThat(codec.decode(codec.encode("The QUICK, brown fox!"))).isEqualTo("th kkk brwn fs");
    }

    @Test
    void zstdGivesTheTextBack() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zstd")), "the program zstd is not installed");
        List<TextComparison.Row> rows = TextComparison.of(TEXTS, List.of("zstd"), Optional.empty());

        assertThat(rows.get(1).exact()).isEqualTo(3);
    }

    @Test
    void unknownCodersAreRefused() {
        assertThatThrownBy(() -> TextComparison.of(TEXTS, List.of("rar"), Optional.empty()))
                .hasMessage("'rar' is none of zlib, zstd, brotli, consonants");
    }
}
