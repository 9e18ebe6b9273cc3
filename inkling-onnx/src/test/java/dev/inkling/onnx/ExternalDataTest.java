package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TrainingInfoProto;
import dev.inkling.ProviderException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalDataTest {
    @TempDir
    private Path folder;

    /** A tensor whose weights are in another file. */
    static TensorProto external(String location) {
        return TensorProto.newBuilder()
                .setName("weights")
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(1)
                .addExternalData(entry("offset", "0"))
                .addExternalData(entry("location", location))
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static GraphProto graph(AttributeProto.Builder attribute) {
        return GraphProto.newBuilder().addNode(node(attribute)).build();
    }

    private static NodeProto node(AttributeProto.Builder attribute) {
        return NodeProto.newBuilder().setOpType("Op").addAttribute(attribute.setName("a")).build();
    }

    private static AttributeProto.Builder attribute() {
        return AttributeProto.newBuilder();
    }

    private static ModelProto model(GraphProto graph) {
        return ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build();
    }

    private Path write(byte[] model) throws IOException {
        return Files.write(folder.resolve("model.onnx"), model);
    }

    private Path naming(String location) throws IOException {
        return write(model(GraphProto.newBuilder().addInitializer(external(location)).build()).toByteArray());
    }

    /** Every place that onnx.proto3 has for a tensor. */
    static Map<String, ModelProto> places() {
        SparseTensorProto values = SparseTensorProto.newBuilder().setValues(external("x")).build();
        SparseTensorProto indices = SparseTensorProto.newBuilder().setIndices(external("x")).build();
        GraphProto initializer = GraphProto.newBuilder().addInitializer(external("x")).build();
        GraphProto deep = graph(attribute().setG(graph(attribute().addGraphs(initializer))));
        Map<String, ModelProto> places = new TreeMap<>();
        places.put("initializer", model(initializer));
        places.put("sparse values", model(GraphProto.newBuilder().addSparseInitializer(values).build()));
        places.put("sparse indices", model(GraphProto.newBuilder().addSparseInitializer(indices).build()));
        places.put("attribute", model(graph(attribute().setT(external("x")))));
        places.put("attribute's list", model(graph(attribute().addTensors(external("x")))));
        places.put("sparse attribute", model(graph(attribute().setSparseTensor(values))));
        places.put("sparse attribute's list", model(graph(attribute().addSparseTensors(indices))));
        places.put("graphs in graphs", model(deep));
        places.put("function", model(GraphProto.getDefaultInstance()).toBuilder()
                .addFunctions(FunctionProto.newBuilder().addNode(node(attribute().setT(external("x")))))
                .build());
        places.put("training", model(GraphProto.getDefaultInstance()).toBuilder()
                .addTrainingInfo(TrainingInfoProto.newBuilder().setAlgorithm(initializer).setInitialization(initializer))
                .build());
        return places;
    }

    @Test
    void isFoundWhereverATensorCanBe() throws IOException {
        for (Map.Entry<String, ModelProto> place : places().entrySet()) {
            assertThat(ExternalData.check(write(place.getValue().toByteArray())))
                    .as(place.getKey())
                    .containsExactly("x");
        }
    }

    @Test
    void aModelWithoutItHasNone() throws IOException {
        assertThat(ExternalData.check(ModelFixture.nearest(2, 2).writeTo(folder.resolve("x2.onnx")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx_data", "weights/part 1.bin", "./a", "a..b", "..a", "onnx__MatMul_1234"})
    void mayBeInTheFolderOrBelow(String location) throws IOException {
        Path model = naming(location);

        assertThat(ExternalData.check(model)).containsExactly(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "../a", "a/../../b", "a/..", "a/.. /b", "...", "/etc/passwd", "//host/a", "C:\\a", "a:b", "..\\a", "a\u0000b", "a\nb",
                "*/_ORT_MEM_ADDR_/*"
            })
    void isRefusedElsewhere(String location) throws IOException {
        Path model = naming(location);

        assertThatThrownBy(() -> ExternalData.check(model))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("model.onnx: not an ONNX model that can be used: at byte ")
                .hasMessageContaining("no place in its folder");
    }

    @Test
    void theLastOfTwoKeysCounts() throws IOException {
        byte[] twice = {10, 1, 'x', 18, 2, '.', '.', 10, 8, 'l', 'o', 'c', 'a', 't', 'i', 'o', 'n'};
        TensorProto tensor = TensorProto.newBuilder()
                .addExternalData(StringStringEntryProto.newBuilder().mergeFrom(twice))
                .build();
        Path model = write(model(GraphProto.newBuilder().addInitializer(tensor).build()).toByteArray());

        assertThatThrownBy(() -> ExternalData.check(model)).hasMessageContaining("'..'");
    }

    @Test
    void linksThatLeadOutAreRefused() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path outside = Files.writeString(folder.resolve("outside"), "secret");
        Path model = Files.move(naming("data"), inner.resolve("model.onnx"));
        Files.createSymbolicLink(inner.resolve("data"), outside);

        assertThatThrownBy(() -> ExternalData.check(model))
                .isInstanceOf(ProviderException.class)
                .hasMessage("model.onnx: takes weights from data, a link that leads out of its folder");
        assertThatThrownBy(() -> new Network(model, 1)).hasMessageContaining("leads out of its folder");
    }

    @Test
    void linksToWhereTheModelItselfIsAreFollowed() throws IOException {
        Path contents = Files.createDirectory(folder.resolve("contents"));
        Path snapshot = Files.createDirectory(folder.resolve("snapshot"));
        Path data = Files.writeString(contents.resolve("1f"), "data");
        Path model = Files.move(naming("data"), contents.resolve("2e"));
        Files.createSymbolicLink(snapshot.resolve("data"), data);
        Path link = Files.createSymbolicLink(snapshot.resolve("model.onnx"), model);

        ExternalData.check(link);
    }

    @Test
    void everyCutIsRefused() throws IOException {
        byte[] whole = places().get("graphs in graphs").toByteArray();
        for (int length = 0; length < whole.length; length++) {
            Path model = write(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ExternalData.check(model))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageStartingWith("model.onnx: not an ONNX model that can be used: at byte ");
        }
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        assertThatThrownBy(() -> ExternalData.check(Path.of("pom.xml"))).hasMessageContaining("at byte ");
        Path text = write("no model at all".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ExternalData.check(text)).isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> ExternalData.check(folder.resolve("missing.onnx")))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void graphsThatLieTooDeepAreRefused() throws IOException {
        GraphProto graph = GraphProto.getDefaultInstance();
        for (int i = 0; i < 40; i++) {
            graph = graph(attribute().setG(graph));
        }
        Path model = write(model(graph).toByteArray());

        assertThatThrownBy(() -> ExternalData.check(model)).hasMessageContaining("deeper than 100");
    }

    /** Two gigabytes of weights are not read: this takes milliseconds, and no memory. */
    @Test
    void weightsAreSkipped() throws IOException {
        byte[] after = GraphProto.newBuilder().addInitializer(external("x")).build().toByteArray();
        long weights = 2_000_000_000L;
        byte[] rawData = head(9, weights);
        byte[] tensor = head(5, rawData.length + weights);
        byte[] graph = head(7, tensor.length + rawData.length + weights + after.length);
        Path model = folder.resolve("large.onnx");
        try (RandomAccessFile file = new RandomAccessFile(model.toFile(), "rw")) {
            file.write(graph);
            file.write(tensor);
            file.write(rawData);
            file.seek(file.length() + weights);
            file.write(after);
        }

        assertThat(ExternalData.check(model)).containsExactly("x");
    }

    /** Tag and length of a field. */
    private static byte[] head(int field, long length) {
        ByteBuffer head = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN).put((byte) (field << 3 | 2));
        for (int i = 0; i < 4; i++) {
            head.put((byte) (length >> 7 * i | 0x80));
        }
        return head.put((byte) (length >> 28)).array();
    }

    @Test
    void whatOnnxRuntimeLoadsIsNotRefused() throws IOException {
        Path model = folder.resolve("external.onnx");
        ByteBuffer weights = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(3);
        Files.write(folder.resolve("external.bin"), weights.array());
        byte[] plain = Files.readAllBytes(new ModelFixture().input("1").with("Mul", 3).writeTo(model));
        ModelProto.Builder moved = ModelProto.parseFrom(plain).toBuilder();
        TensorProto.Builder constant = moved.getGraphBuilder().getInitializerBuilder(0);
        constant.clearFloatData().clearDims().mergeFrom(external("external.bin")).setName("Mul_constant");
        Files.write(model, moved.build().toByteArray());

        assertTriples(model);
        // As models are imported where the disk is the same.
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.createLink(other.resolve("external.bin"), folder.resolve("external.bin"));
        assertTriples(Files.createLink(other.resolve("external.onnx"), model));
    }

    private static void assertTriples(Path model) throws IOException {
        try (Network network = new Network(model, 1)) {
            assertThat(network.run(Tensor.ofFloats(new float[] {2}, 1)).floats()).containsExactly(6);
        }
    }
}
