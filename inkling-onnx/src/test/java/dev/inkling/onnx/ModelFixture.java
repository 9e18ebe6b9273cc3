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

/** Writes tiny networks: the operators given, in a chain from the input {@code in} to the output {@code out}. */
final class ModelFixture {
    static final String ANY_HEIGHT = "height";
    static final String ANY_WIDTH = "width";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("fixture");
    private String last = "in";

    /** Repeats each pixel as a block of {@code factorX} by {@code factorY}. */
    static ModelFixture nearest(float factorX, float factorY) {
        return new ModelFixture().input("1", "3", ANY_HEIGHT, ANY_WIDTH).enlarged(factorX, factorY);
    }

    ModelFixture input(String... shape) {
        return input("in", TensorProto.DataType.FLOAT, shape);
    }

    ModelFixture input(String name, TensorProto.DataType type, String... shape) {
        graph.addInput(value(name, type, shape));
        return this;
    }

    /** Each pixel becomes the mean of all that are up to {@code radius} columns and rows away; black outside. */
    ModelFixture blurred(int radius) {
        int side = 2 * radius + 1;
        float[] weights = new float[3 * side * side];
        Arrays.fill(weights, 1f / (side * side));
        constant("weights", weights, 3, 1, side, side);
        return then(NodeProto.newBuilder().setOpType("Conv").addInput(last).addInput("weights")
                .addAttribute(integers("pads", radius, radius, radius, radius))
                .addAttribute(AttributeProto.newBuilder().setName("group").setI(3)
                        .setType(AttributeProto.AttributeType.INT)));
    }

    ModelFixture enlarged(float factorX, float factorY) {
        constant("scales", new float[] {1, 1, factorY, factorX}, 4);
        return then(NodeProto.newBuilder().setOpType("Resize").addInput(last).addInput("").addInput("scales")
                .addAttribute(text("mode", "nearest"))
                .addAttribute(text("coordinate_transformation_mode", "asymmetric"))
                .addAttribute(text("nearest_mode", "floor")));
    }

    /** One channel, the mean of all. */
    ModelFixture meanOfChannels() {
        return then(NodeProto.newBuilder().setOpType("ReduceMean").addInput(last).addAttribute(integers("axes", 1)));
    }

    /** An operator with a constant as its second input. */
    ModelFixture with(String operator, float constant) {
        String name = operator + "_constant";
        constant(name, new float[] {constant});
        return then(NodeProto.newBuilder().setOpType(operator).addInput(last).addInput(name));
    }

    /** An operator with nothing but its input. */
    ModelFixture with(String operator) {
        return then(NodeProto.newBuilder().setOpType(operator).addInput(last));
    }

    Path writeTo(Path file) throws IOException {
        String[] open = {"n", "c", "h", "w"};
        graph.addOutput(value(last, TensorProto.DataType.FLOAT, open));
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build();
        return Files.write(file, model.toByteArray());
    }

    private ModelFixture then(NodeProto.Builder node) {
        last = "out" + graph.getNodeCount();
        graph.addNode(node.addOutput(last));
        return this;
    }

    private void constant(String name, float[] values, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long side : shape) {
            tensor.addDims(side);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, String... shape) {
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

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setS(ByteString.copyFromUtf8(value))
                .setType(AttributeProto.AttributeType.STRING)
                .build();
    }

    private static AttributeProto integers(String name, Integer... values) {
        List<Long> longs = Arrays.stream(values).map(Integer::longValue).toList();
        return AttributeProto.newBuilder()
                .setName(name)
                .addAllInts(longs)
                .setType(AttributeProto.AttributeType.INTS)
                .build();
    }
}
