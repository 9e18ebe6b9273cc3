package dev.inkling.onnx.diffusion;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes tiny networks with named inputs and outputs; weights are sines, so that they are the same everywhere. */
final class GraphFixture {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("fixture");

    GraphFixture input(String name, DataType type, String... shape) {
        graph.addInput(value(name, type, shape));
        return this;
    }

    GraphFixture output(String name, DataType type, String... shape) {
        graph.addOutput(value(name, type, shape));
        return this;
    }

    /** An operator whose result is called {@code result}. */
    GraphFixture node(String result, String operator, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(result)
                .addAllAttribute(Arrays.asList(attributes)));
        return this;
    }

    /** Weights {@code size sin(1.7 i + phase)}. */
    GraphFixture weights(String name, double size, double phase, long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (size * StrictMath.sin(1.7 * i + phase));
        }
        return floats(name, values, shape);
    }

    GraphFixture floats(String name, float[] values, long... shape) {
        TensorProto.Builder tensor = tensor(name, DataType.FLOAT, shape);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    GraphFixture integers(String name, long... values) {
        TensorProto.Builder tensor = tensor(name, DataType.INT64, values.length);
        Arrays.stream(values).forEach(tensor::addInt64Data);
        graph.addInitializer(tensor);
        return this;
    }

    private static TensorProto.Builder tensor(String name, DataType type, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
        Arrays.stream(shape).forEach(tensor::addDims);
        return tensor;
    }

    void writeTo(Path file) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build();
        Files.createDirectories(file.getParent());
        Files.write(file, model.toByteArray());
    }

    private static ValueInfoProto value(String name, DataType type, String... shape) {
        TensorShapeProto.Builder sides = TensorShapeProto.newBuilder();
        for (String side : shape) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            boolean fixed = side.matches("\\d+");
            sides.addDim(fixed ? dimension.setDimValue(Long.parseLong(side)) : dimension.setDimParam(side));
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(sides);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setI(value).setType(AttributeType.INT).build();
    }

    static AttributeProto numbers(String name, Long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .addAllInts(Arrays.asList(values))
                .setType(AttributeType.INTS)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setS(ByteString.copyFromUtf8(value))
                .setType(AttributeType.STRING)
                .build();
    }
}
