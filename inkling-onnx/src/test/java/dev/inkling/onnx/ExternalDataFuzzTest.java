package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.inkling.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are refused, or name no file that Protocol Buffers' own parser sees and we do not. */
class ExternalDataFuzzTest {
    @TempDir
    static Path folder;

    static Stream<byte[]> models() {
        return ExternalDataTest.places().values().stream().map(ModelProto::toByteArray);
    }

    @MethodSource("models")
    @FuzzTest(maxDuration = "20m")
    void anyBytesNameNoFileUnseen(byte[] model) throws IOException {
        try {
            Set<String> seen = ExternalData.check(Files.write(folder.resolve("model.onnx"), model));
            assertThat(seen).allSatisfy(location -> assertThat(folder.resolve(location).normalize()).startsWithRaw(folder));
            assertThat(seen).containsAll(named(model));
        } catch (ProviderException e) {
            assertThat(e.provider()).isEqualTo("model.onnx");
        }
    }

    /** As the parser of Protocol Buffers has it; nothing where it refuses the model. */
    private static Set<String> named(byte[] model) {
        Set<String> locations = new HashSet<>();
        try {
            collect(ModelProto.parseFrom(model), locations);
        } catch (InvalidProtocolBufferException e) {
            return Set.of();
        }
        return locations;
    }

    private static void collect(Message message, Set<String> locations) {
        if (message instanceof TensorProto tensor) {
            tensor.getExternalDataList().stream()
                    .filter(entry -> entry.getKey().equals("location"))
                    .map(StringStringEntryProto::getValue)
                    .forEach(locations::add);
        }
        for (Object field : message.getAllFields().values()) {
            List<?> values = field instanceof List<?> list ? list : List.of(field);
            for (Object value : values) {
                if (value instanceof Message inner) {
                    collect(inner, locations);
                }
            }
        }
    }
}
