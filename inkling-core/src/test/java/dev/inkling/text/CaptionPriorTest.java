package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionPriorTest {
    /** SHA-256 of the shipped file; texts that were coded with another one do not decode. */
    private static final String SHIPPED = "26d3928db57810a699b3fbea19d7b348f3f6a9bc318d0163ab32c79bc41b518b";

    private static final String NETWORK = "70600f319f14b29bf3ac3fa842fce6c54db030178d93d6e3364740ccce5293ae";

    private static final List<String> OUR_OWN = List.of(
            "A black cat sits on a wooden chair in front of a window. Outside, the branches of a tree are covered with snow.",
            "An outdoor shot of a busy street market, with people walking between stalls that sell fruit and vegetables.",
            "A medium close-up view of a white ceramic mug filled with coffee, placed on a light brown table. To the right of"
                    + " the mug is a small silver spoon.");

    private static String sha256(String resource) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Resource.bytes(resource)));
    }

    @Test
    void shippedFilesAreThoseThatTheModelCardNames() throws IOException, NoSuchAlgorithmException {
        assertThat(sha256(CaptionPrior.RESOURCE)).isEqualTo(SHIPPED);
        assertThat(sha256(CaptionNetwork.RESOURCE)).isEqualTo(NETWORK);
    }

    @Test
    void shippedFilesStayWithinFourMegabytes() throws IOException {
        assertThat(Resource.bytes(CaptionPrior.RESOURCE).length + Resource.bytes(CaptionNetwork.RESOURCE).length)
                .isLessThanOrEqualTo(4_000_000);
    }

    /** A virtual machine on which the integers come out otherwise would not decode what others coded. */
    @Test
    void networkSaysWhatItSaysEverywhere() {
        NetworkState state = new NetworkState(CaptionNetwork.shipped());
        int[] logits = new int[Pieces.COUNT];
        int hash = 0;
        for (int i = 0; i < 400; i++) {
            if (i % 40 == 0) {
                state.logits(logits);
                hash = 31 * hash + Arrays.hashCode(logits);
            }
            state.accept(i * 37 % Pieces.COUNT);
        }
        assertThat(hash).isEqualTo(330799310);
    }

    @Test
    void ordinaryDescriptionsTakeLittle() {
        assertThat(EvaluateCaptionPrior.bitsPerCharacter(OUR_OWN)).isLessThan(1.45);
    }

    @ParameterizedTest
    @CsvSource({"30, 1.45", "120, 1.40"})
    void firstWordsTakeAtMost(int words, double bitsPerCharacter) throws IOException {
        Path texts = SharedFolder.resolve("text/test-descriptions.txt");
        assumeTrue(Files.exists(texts), "not run: no test descriptions; set INKLING_SHARED to the folder that has them");
        List<String> cut = EvaluateCaptionPrior.cut(Files.readAllLines(texts), words);
        assertThat(EvaluateCaptionPrior.bitsPerCharacter(cut)).isLessThanOrEqualTo(bitsPerCharacter);
    }
}
