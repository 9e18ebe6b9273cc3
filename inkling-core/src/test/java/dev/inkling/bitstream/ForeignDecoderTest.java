package dev.inkling.bitstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The decoder in Python that was written from the description of the format reads golden files as this one does. Only a
 * few without the prior, which it takes seconds to load; {@code training/check-decoder.py} compares all.
 */
class ForeignDecoderTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void foreignDecoderAgrees() throws IOException, InterruptedException {
        assumeTrue(hasPython(), "not run: there is no python3 of version 3.8 or later");
        Process check = run("training/check-decoder.py", "keywords-raw", "picture", "picture-odd", "archive-picture", "vector",
                "vector-odd", "vector-calibrated", "clip", "clip-color");
        String printed = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(printed).isZero();
        assertThat(printed.strip()).isEqualTo("9 agreed, 0 disagreed, 0 not covered");
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            Process python = run("-c", "import sys; sys.exit(sys.version_info < (3, 8))");
            python.getInputStream().readAllBytes();
            return python.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "-B"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    }
}
