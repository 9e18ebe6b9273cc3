package dev.inkling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Writes small networks with random weights, the same on every machine. */
public final class NetworkFixture {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("fixture");
    private final SplittableRandom random = new SplittableRandom(4);

    /** Sides that are no number are open. */
    public NetworkFixture floats(String name, String... sides) {
        graph.addInput(value(name, TensorProto.DataType.FLOAT, sides));
        return this;
    }

    public NetworkFixture input(String name, TensorProto.DataType type, String... sides) {
        graph.addInput(value(name, type, sides));
        return this;
    }

    public NetworkFixture integers(String name, String... sides) {
        graph.addInput(value(name, TensorProto.DataType.INT64, sides));
        return this;
    }

    /** Weights from -1 to 1 over the root of how many of them meet in one output. */
    public NetworkFixture weights(String name, int fanIn, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        long count = 1;
        for (long side : shape) {
            tensor.addDims(side);
            count *= side;
        }
        for (long i = 0; i < count; i++) {
            tensor.addFloatData((float) ((2 * random.nextDouble() - 1) / Math.sqrt(fanIn)));
        }
        graph.addInitializer(tensor);
        return this;
    }

    public NetworkFixture truths(String name, String... sides) {
        graph.addInput(value(name, TensorProto.DataType.BOOL, sides));
        return this;
    }

    /** Weights {@code size sin(1.7 i + phase)}, which other languages can make as well. */
    public NetworkFixture sines(String name, double size, double phase, long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (size * StrictMath.sin(1.7 * i + phase));
        }
        return constants(name, values, shape);
    }

    /** A constant of floats. */
    public NetworkFixture constants(String name, float[] values, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        Arrays.stream(shape).forEach(tensor::addDims);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    /** A constant of integers in one row. */
    public NetworkFixture constants(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name).setDataType(TensorProto.DataType.INT64.getNumber()).addDims(values.length);
        Arrays.stream(values).forEach(tensor::addInt64Data);
        graph.addInitializer(tensor);
        return this;
    }

    /** An operator with inputs divided by commas. */
    public NetworkFixture node(String operator, String inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder().setOpType(operator).addAllInput(List.of(inputs.split(",")))
                .addOutput(output).addAllAttribute(Arrays.asList(attributes)));
        return this;
    }

    public static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name).setI(value).setType(AttributeProto.AttributeType.INT).build();
    }

    public static AttributeProto integers(String name, Long... values) {
        return AttributeProto.newBuilder()
                .setName(name).addAllInts(List.of(values)).setType(AttributeProto.AttributeType.INTS).build();
    }

    public static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setS(ByteString.copyFromUtf8(value))
                .setType(AttributeProto.AttributeType.STRING)
                .build();
    }

    /** The mean over some axes, which are then gone. */
    public NetworkFixture mean(String input, String output, Long... axes) {
        return node("ReduceMean", input, output, integers("axes", axes), integer("keepdims", 0));
    }

    public NetworkFixture output(String name, String... sides) {
        return output(name, TensorProto.DataType.FLOAT, sides);
    }

    public NetworkFixture output(String name, TensorProto.DataType type, String... sides) {
        graph.addOutput(value(name, type, sides));
        return this;
    }

    public NetworkFixture integerOutput(String name, String... sides) {
        graph.addOutput(value(name, TensorProto.DataType.INT64, sides));
        return this;
    }

    /** With one output. */
    public Path writeTo(Path file, String output, String... sides) throws IOException {
        return output(output, sides).writeTo(file);
    }

    public Path writeTo(Path file) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build();
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, model.toByteArray());
    }

    /** The declaration of a tensor; sides that are no number are open. */
    public static ValueInfoProto value(String name, TensorProto.DataType type, String... sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (String side : sides) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            boolean fixed = side.matches("\\d+");
            shape.addDim(fixed ? dimension.setDimValue(Long.parseLong(side)) : dimension.setDimParam(side));
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }
}
