package dev.inkling.onnx.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.inkling.image.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorGridTest {
    private static final ImageSize FRAME = new ImageSize(64, 32);
    private static final ImageSize PICTURE = new ImageSize(64, 16);
    private static final int KINDS = 2;
    private static final int ROW = AnchorGrid.BEFORE_KINDS + KINDS;

    private final float[] answer = new float[AnchorGrid.rows(FRAME) * ROW];

    @Test
    void hasARowForEachCell() {
        assertThat(AnchorGrid.rows(FRAME)).isEqualTo(8 * 4 + 4 * 2 + 2);
        assertThat(AnchorGrid.rows(new ImageSize(416, 416))).isEqualTo(3549);
        assertThat(AnchorGrid.rows(new ImageSize(640, 640))).isEqualTo(8400);
    }

    /** Row 38 is the third cell of the second line of the grid with cells of 16 pixels. */
    @Test
    void rowsOfTheHeadAreDecoded() {
        row(38, 0.5f, -0.25f, (float) Math.log(2), (float) Math.log(0.5), 0.8f, 0.25f, 0.75f);

        assertBox(40, 12, 32, 8);
    }

    @Test
    void rowsInPixelsAreTakenAsTheyAre() {
        row(38, 40, 12, 32, 8, 0.8f, 0.25f, 0.75f);

        assertBox(40, 12, 32, 8);
    }

    private void assertBox(double x, double y, double width, double height) {
        List<Box> boxes = new AnchorGrid(FRAME, KINDS).boxes(answer, PICTURE, 0.5);

        assertThat(boxes).hasSize(1);
        Box box = boxes.get(0);
        assertThat(box.kind()).isEqualTo(1);
        assertThat(box.score()).isCloseTo(0.6, offset(1e-6));
        assertThat(box.left()).isCloseTo((x - width / 2) / 64, offset(1e-6));
        assertThat(box.right()).isCloseTo((x + width / 2) / 64, offset(1e-6));
        assertThat(box.top()).isCloseTo((y - height / 2) / 16, offset(1e-6));
        assertThat(box.bottom()).isCloseTo((y + height / 2) / 16, offset(1e-6));
    }

    @Test
    void unsureAndImpossibleRowsAreLeftOut() {
        row(3, 40, 12, 32, 8, 0.8f, 0.25f, 0.6f);
        row(4, 40, 12, 32, 8, Float.NaN, 0.9f, 0.9f);
        row(5, 40, 12, 32, 8, 2, 0.9f, 0.9f);

        assertThat(new AnchorGrid(FRAME, KINDS).boxes(answer, PICTURE, 0.5)).isEmpty();
    }

    private void row(int row, float... numbers) {
        System.arraycopy(numbers, 0, answer, row * ROW, ROW);
    }
}
