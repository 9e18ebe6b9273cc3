package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Layer;
import dev.inkling.codec.TextMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionModelTest {
    @Test
    void layoutSentencesTakeLessThanOneBitACharacter() {
        assertThat(EvaluateCaptionPrior.bitsPerCharacter(List.of(
                        "A bright, textured picture with low contrast. Large sky blue across the top. Small brown on the"
                                + " left. Medium dark green across the bottom.",
                        "A dim, smooth picture. Huge charcoal over the whole picture. Small orange in the center.")))
                .isLessThan(1);
    }

    @Test
    void wordListsTakeLittle() {
        List<String> words = List.of("dog", "grass", "collar", "fence", "trees", "sunny", "sky", "ball", "garden", "brown");
        assertThat(8.0 * TextMessage.encode(new Layer.Keywords(words)).length / words.size()).isLessThan(13);
    }

    @Test
    void frequenciesOfEachStepFitTheCoder() {
        PieceModel model = CaptionPrior.shipped().model(TextKind.PROSE);
        for (int step = 0; step < 200; step++) {
            PieceDistribution next = model.next();
            assertFits(next.groups());
            assertFits(next.members(step % PieceGroups.COUNT));
            model.accept(step * 37 % Pieces.COUNT);
        }
    }

    private static void assertFits(int[] frequencies) {
        int sum = 0;
        for (int frequency : frequencies) {
            assertThat(frequency).isPositive();
            sum += frequency;
        }
        assertThat(sum).isBetween(60_000, 1 << 16);
    }
}
