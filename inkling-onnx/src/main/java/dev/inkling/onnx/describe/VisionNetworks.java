package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.TensorType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Loads networks and recognises them by what they declare. */
final class VisionNetworks {
    /** What detectors are mostly trained at, where they do not declare it. */
    private static final int USUAL_SIDE = 640;

    private VisionNetworks() {}

    static VisionNetwork load(Path model, int threads) throws ProviderException {
        Network network = new Network(model, threads);
        try {
            return recognise(network);
        } catch (ProviderException e) {
            network.close();
            throw e;
        }
    }

    private static VisionNetwork recognise(Network network) throws ProviderException {
        ImageSize frame = new ImageSize(network.inputSide(3, USUAL_SIDE), network.inputSide(2, USUAL_SIDE));
        network.requireInputs(List.of(TensorType.ofFloats(1, 3, frame.height(), frame.width())));
        long[] answer = network.outputShape(network.outputNames().iterator().next());
        if (answer.length == 3 && answer[2] > AnchorGrid.BEFORE_KINDS) {
            int kinds = Math.toIntExact(answer[2]) - AnchorGrid.BEFORE_KINDS;
            return new Detector(network, frame, Names.beside(network.file(), kinds, CocoNames.ALL));
        }
        throw network.file().failure("expected a detector, 1x3xHxW to 1xROWSx(5+KINDS); found an answer of "
                + Arrays.toString(answer));
    }
}
