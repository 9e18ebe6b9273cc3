package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.TensorType;
import dev.inkling.onnx.models.ModelFolder;
import dev.inkling.onnx.pixels.Normalisation;
import dev.inkling.onnx.pixels.PicturePreparation;
import dev.inkling.onnx.pixels.PillowResampler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Loads networks, from an ONNX file or a folder in the Hugging Face layout, and recognises them by what they declare. */
final class VisionNetworks {
    /** What detectors are mostly trained at, where they do not declare it. */
    private static final int USUAL_DETECTOR_SIDE = 640;
    /** What other networks are mostly trained at. */
    private static final int USUAL_SIDE = 224;

    private VisionNetworks() {}

    static VisionNetwork load(Path model, int threads) throws ProviderException {
        if (!Files.isDirectory(model)) {
            return recognised(new Network(model, threads), VisionNetworks::ofFile);
        }
        ModelFolder folder = new ModelFolder(model);
        return recognised(folder.network(threads, "onnx/model", "model"), network -> ofFolder(network, folder));
    }

    private static VisionNetwork recognised(Network network, Recogniser recogniser) throws ProviderException {
        try {
            return recogniser.recognise(network);
        } catch (ProviderException e) {
            network.close();
            throw e;
        }
    }

    private interface Recogniser {
        VisionNetwork recognise(Network network) throws ProviderException;
    }

    private static VisionNetwork ofFile(Network network) throws ProviderException {
        long[] answer = answer(network);
        if (isDetector(network, answer)) {
            long kinds = answer[2] - AnchorGrid.BEFORE_KINDS;
            return detector(network, Names.beside(network.file(), kinds, CocoNames.ALL));
        }
        List<String> names = Names.beside(network.file(), kinds(answer), List.of());
        ImageSize size = frame(network, USUAL_SIDE);
        return ofKind(answer, new VisionModel(network, picture -> stretched(picture, size), names));
    }

    private static Tensor stretched(Raster picture, ImageSize size) {
        return Normalisation.IMAGENET.tensor(PillowResampler.resize(picture, size, PillowResampler.Kernel.LINEAR));
    }

    private static VisionNetwork ofFolder(Network network, ModelFolder folder) throws ProviderException {
        long[] answer = answer(network);
        if (isDetector(network, answer)) {
            long kinds = answer[2] - AnchorGrid.BEFORE_KINDS;
            return detector(network, Names.ofConfiguration(folder, network.file(), kinds));
        }
        List<String> names = Names.ofConfiguration(folder, network.file(), kinds(answer));
        Function<Raster, Tensor> preparation = PicturePreparation.read(folder)::tensor;
        return ofKind(answer, new VisionModel(network, preparation, names));
    }

    /** Declared shape of the first output; only networks with one input of pictures have one here. */
    private static long[] answer(Network network) throws ProviderException {
        ImageSize frame = frame(network, USUAL_SIDE);
        network.requireInputs(List.of(TensorType.ofFloats(1, 3, frame.height(), frame.width())));
        return network.outputShape(network.outputNames().iterator().next());
    }

    private static ImageSize frame(Network network, int usual) {
        return new ImageSize(network.inputSide(3, usual), network.inputSide(2, usual));
    }

    private static boolean isDetector(Network network, long[] answer) {
        int rows = AnchorGrid.rows(frame(network, USUAL_DETECTOR_SIDE));
        return answer.length == 3 && answer[2] > AnchorGrid.BEFORE_KINDS
                && (answer[1] == rows || answer[1] == TensorType.ANY);
    }

    private static Detector detector(Network network, List<String> names) {
        return new Detector(network, frame(network, USUAL_DETECTOR_SIDE), names);
    }

    private static VisionNetwork ofKind(long[] answer, VisionModel model) throws ProviderException {
        return switch (answer.length) {
            case 2 -> new Classifier(model);
            case 3, 4 -> new Segmenter(model);
            default -> throw model.failure("expected a detector (1x3xHxW to 1xROWSx(5+KINDS)), a segmenter (to"
                    + " 1xKINDSxHxW or 1xHxW) or a classifier (to 1xKINDS); found an answer of "
                    + Arrays.toString(answer));
        };
    }

    /** How many kinds a classifier or segmenter declares to know. */
    private static long kinds(long[] answer) {
        return answer.length == 2 || answer.length == 4 && answer[1] > 1 ? answer[1] : TensorType.ANY;
    }
}
