package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.classical.Scene;
import dev.inkling.classical.Segment;
import dev.inkling.classical.Sighting;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A detector of the YOLOX family: {@code 1 x 3 x H x W} as {@link Letterbox} makes it, to {@code 1 x rows x (5 + kinds)}
 * as {@link AnchorGrid} reads it.
 */
final class Detector implements VisionNetwork {
    private static final double LEAST_SCORE = 0.35;
    /** Part of a box that the thing in it covers: that of an ellipse. */
    private static final double FILLED = Math.PI / 4;

    private final Network network;
    private final ImageSize frame;
    private final List<String> names;

    /**
     * @param network is closed with this
     * @param frame   size of its input
     * @param names   of the kinds that it knows
     */
    Detector(Network network, ImageSize frame, List<String> names) {
        this.network = network;
        this.frame = frame;
        this.names = names;
    }

    @Override
    public Scene look(Raster picture) throws ProviderException {
        Letterbox input = Letterbox.of(picture, frame);
        List<Sighting> sightings = boxes(input).stream()
                .map(box -> new Sighting(names.get(box.kind()), box.score(), segment(box.inPicture(), picture)))
                .toList();
        return new Scene(sightings, "");
    }

    /** One box for each thing, the surest first. */
    List<Box> boxes(Letterbox input) throws ProviderException {
        Tensor answer = network.run(input.tensor());
        long[] expected = {1, AnchorGrid.rows(frame), AnchorGrid.BEFORE_KINDS + names.size()};
        if (!answer.isFloats() || !Arrays.equals(expected, answer.shape())) {
            throw network.file().failure("expected an answer of " + expected[1] + " rows of " + expected[2]
                    + " floats, found " + answer);
        }
        List<Box> boxes = new AnchorGrid(frame, names.size()).boxes(answer.floats(), input.scaled(), LEAST_SCORE);
        return Suppression.of(
                boxes.stream().filter(box -> box.inPicture().area() > 0).toList());
    }

    private static Segment segment(Box box, Raster picture) {
        return new Segment(
                FILLED * box.area(), BoxColour.of(box, picture),
                (box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2, box.width(), box.height());
    }

    @Override
    public String identity() {
        return network.file().toString();
    }

    @Override
    public void close() throws ProviderException {
        network.close();
    }
}
