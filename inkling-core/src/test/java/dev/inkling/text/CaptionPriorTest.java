package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptionPriorTest {
    /** SHA-256 of the shipped file; texts that were coded with another one do not decode. */
    private static final String SHIPPED = "c90d3936a9eb1c9a3c03187d0dde5e3293bd9770645871cebfccc24c867b8c4f";

    private static final List<String> OUR_OWN = List.of(
            "A black cat sits on a wooden chair in front of a window. Outside, the branches of a tree are covered with snow.",
            "An outdoor shot of a busy street market, with people walking between stalls that sell fruit and vegetables.",
            "A medium close-up view of a white ceramic mug filled with coffee, placed on a light brown table. To the right of"
                    + " the mug is a small silver spoon.");

    private static byte[] resource() throws IOException {
        try (InputStream in = CaptionPrior.class.getResourceAsStream(CaptionPrior.RESOURCE)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    @Test
    void shippedPriorIsTheOneThatTheModelCardNames() throws IOException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(resource());
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(SHIPPED);
    }

    @Test
    void shippedPriorStaysWithinTwoMegabytes() throws IOException {
        assertThat(resource().length).isLessThanOrEqualTo(2_000_000);
    }

    @Test
    void ordinaryDescriptionsTakeLittle() {
        assertThat(EvaluateCaptionPrior.bitsPerCharacter(OUR_OWN)).isLessThan(1.6);
    }

    @Test
    void thirtyWordsTakeAtMost1Point70BitsACharacter() throws IOException {
        Path shared = Path.of(Optional.ofNullable(System.getProperty("INKLING_SHARED", System.getenv("INKLING_SHARED")))
                .orElse("../../shared"));
        Path texts = shared.resolve("text").resolve("test-descriptions.txt");
        assumeTrue(Files.exists(texts), "not run: no test descriptions; set INKLING_SHARED to the folder that has them");
        List<String> cut = EvaluateCaptionPrior.cut(Files.readAllLines(texts), 30);
        assertThat(EvaluateCaptionPrior.bitsPerCharacter(cut)).isLessThanOrEqualTo(1.70);
    }
}
