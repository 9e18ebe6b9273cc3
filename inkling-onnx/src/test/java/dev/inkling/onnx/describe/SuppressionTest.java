package dev.inkling.onnx.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final Box SURE = new Box(1, 0.9, 0, 0, 0.4, 0.4);

    @Test
    void boxesOfOneKindThatOverlapAreOneThing() {
        Box half = new Box(1, 0.8, 0, 0, 0.4, 0.2);
        Box third = new Box(1, 0.8, 0, 0, 0.4, 0.13);

        assertThat(SURE.overlap(half)).isCloseTo(0.5, offset(1e-12));
        assertThat(Suppression.of(List.of(half, SURE))).containsExactly(SURE);
        assertThat(Suppression.of(List.of(third, SURE))).containsExactly(SURE, third);
    }

    @Test
    void boxesOfTwoKindsAreOneThingWhenTheyAreNearlyTheSame() {
        Box half = new Box(2, 0.8, 0, 0, 0.4, 0.2);
        Box nearly = new Box(2, 0.8, 0, 0, 0.4, 0.35);

        assertThat(Suppression.of(List.of(half, SURE))).containsExactly(SURE, half);
        assertThat(Suppression.of(List.of(nearly, SURE))).containsExactly(SURE);
    }

    @Test
    void aBoxThatIsGoneTakesNoOtherWithIt() {
        Box middle = new Box(1, 0.8, 0.1, 0, 0.5, 0.4);
        Box right = new Box(1, 0.7, 0.2, 0, 0.6, 0.4);

        assertThat(Suppression.of(List.of(right, middle, SURE))).containsExactly(SURE, right);
    }

    @Test
    void emptyBoxesOverlapNothing() {
        Box empty = new Box(1, 0.5, 0.2, 0.2, 0.2, 0.2);

        assertThat(SURE.overlap(empty)).isZero();
        assertThat(empty.overlap(empty)).isZero();
    }
}
