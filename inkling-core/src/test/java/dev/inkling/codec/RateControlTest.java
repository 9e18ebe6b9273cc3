package dev.inkling.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.classical.Photographs;
import dev.inkling.image.Raster;
import dev.inkling.metrics.Likeness;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Without the generator, a larger budget never gives a worse tiny picture ({@link RateSweep} tries all budgets of a
 * range); with it, more effort never gives a picture that looks less like the source.
 */
class RateControlTest {
    private static final int LONG_SIDE = 128;
    private static final int[] FAR_APART = {60, 100, 150, 200, 350, 700};
    private static final int[] NEIGHBOURS = {141, 144, 148, 152, 156, 160};

    /** Where the share of the words grows, and around it; see {@link TextShare}. */
    private static final int[] WHERE_WORDS_BEGIN = {89, 90, 99, 139, 140, 148, 239, 240};

    static Stream<String> photographs() {
        return Photographs.FILES.stream();
    }

    @ParameterizedTest
    @MethodSource("photographs")
    void largerBudgetIsNeverWorse(String file) throws IOException {
        Raster picture = Codecs.photograph(file, LONG_SIDE);
        assertThat(losses(picture, Profile.PICTURE, FAR_APART)).isEmpty();
        assertThat(losses(picture, Profile.PICTURE, NEIGHBOURS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("photographs")
    void largerBudgetForWordsAndPictureIsNeverWorse(String file) throws IOException {
        Raster picture = Codecs.photograph(file, LONG_SIDE);
        assertThat(losses(picture, Profile.HYBRID, WHERE_WORDS_BEGIN)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("photographs")
    void moreEffortIsNeverLessAlike(String file) throws IOException {
        Raster picture = Codecs.photograph(file, LONG_SIDE);
        double least = Double.NEGATIVE_INFINITY;
        for (int effort = 1; effort <= EncodeOptions.MAX_EFFORT; effort++) {
            Encoded encoded = Codecs.encode(picture, Profile.PICTURE, 200, effort);
            double likeness = Likeness.of(picture, Codecs.decode(encoded));
            assertThat(likeness).as("effort %d", effort).isGreaterThanOrEqualTo(least);
            assertThat(encoded.bitstream()).hasSizeLessThanOrEqualTo(200);
            least = likeness;
        }
    }

    /** The budgets that give a worse reconstruction than a smaller one. */
    private static List<String> losses(Raster picture, Profile profile, int[] budgets) throws IOException {
        List<String> losses = new ArrayList<>();
        double best = 0;
        for (int budget : budgets) {
            double psnr = Codecs.psnr(picture, Codecs.encode(picture, profile, budget, 1));
            if (psnr < best) {
                losses.add(String.format("%d bytes: %.4f dB after %.4f dB", budget, psnr, best));
            }
            best = Math.max(best, psnr);
        }
        return losses;
    }
}
