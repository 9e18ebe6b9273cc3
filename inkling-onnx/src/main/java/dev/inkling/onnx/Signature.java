package dev.inkling.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.inkling.ProviderException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the inputs and outputs of a network must be declared as. */
final class Signature {
    private static final long ANY = -1;

    private Signature() {}

    /** Refuses networks that are no upscalers by what they declare; what they leave open, only a run shows. */
    static void check(String model, Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs)
            throws ProviderException {
        if (inputs.size() != 1 || !isPictureOfAnySize(inputs.values().iterator().next())) {
            throw new ProviderException(model, false, "expected one input Nx3xHxW of FLOAT, for any H and W, found "
                    + describe(inputs.values()));
        }
        if (outputs.size() != 1 || !isPicture(outputs.values().iterator().next())) {
            throw new ProviderException(model, false, "expected one output Nx3xkHxkW of FLOAT, found "
                    + describe(outputs.values()));
        }
    }

    static void checkInputs(String model, List<TensorType> wanted, Map<String, NodeInfo> inputs)
            throws ProviderException {
        Iterator<TensorType> types = wanted.iterator();
        boolean fits = wanted.size() == inputs.size()
                && inputs.values().stream()
                        .allMatch(node -> node.getInfo() instanceof TensorInfo info && types.next().fits(info));
        if (!fits) {
            throw new ProviderException(
                    model, false, "expected inputs " + wanted + ", found " + describe(inputs.values()));
        }
    }

    static int side(NodeInfo node, int dimension, int alternative) {
        boolean declared = node.getInfo() instanceof TensorInfo tensor
                && dimension < tensor.getShape().length
                && tensor.getShape()[dimension] != ANY;
        return declared ? Math.toIntExact(((TensorInfo) node.getInfo()).getShape()[dimension]) : alternative;
    }

    private static boolean isPictureOfAnySize(NodeInfo node) {
        return isPicture(node)
                && node.getInfo() instanceof TensorInfo tensor
                && tensor.getShape()[2] == ANY
                && tensor.getShape()[3] == ANY;
    }

    private static boolean isPicture(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            return false;
        }
        long[] shape = tensor.getShape();
        return shape.length == 4 && isOpenOr(1, shape[0]) && isOpenOr(Planes.CHANNELS, shape[1]);
    }

    private static boolean isOpenOr(long wanted, long declared) {
        return declared == ANY || declared == wanted;
    }

    private static String describe(Collection<NodeInfo> nodes) {
        return nodes.isEmpty() ? "none" : nodes.stream().map(Signature::describe).collect(Collectors.joining(", "));
    }

    private static String describe(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor
                ? node.getName() + " " + describe(tensor.getShape()) + " of " + tensor.type
                : node.getName() + ", which is no tensor";
    }

    /** A shape such as {@code 1x3x?x?}. */
    static String describe(long[] shape) {
        return shape.length == 0
                ? "a scalar"
                : Arrays.stream(shape).mapToObj(side -> side == ANY ? "?" : Long.toString(side))
                        .collect(Collectors.joining("x"));
    }
}
