package dev.inkling.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SketchRateTest {
    /** Whole files against the bare data of JBIG2. */
    @Test
    void sketchesTakeThirtyPercentLessThanJbig2() throws IOException {
        Path folder = SharedFolder.resolve("images/kodak");
        assumeTrue(Files.isDirectory(folder), "not run: no Kodak pictures; set INKLING_SHARED to the folder of images/kodak");
        List<Path> pictures = EvaluateSketches.pictures(folder);
        for (double part : EvaluateSketches.PARTS) {
            EvaluateSketches.Totals totals = EvaluateSketches.totals(pictures, part);

            assertThat(totals.exact()).as("part %s", part).isLessThan(totals.jbig2() * 7 / 10);
            assertThat(totals.tidy()).as("part %s", part).isLessThan(totals.jbig2() * 6 / 10);
        }
    }
}
