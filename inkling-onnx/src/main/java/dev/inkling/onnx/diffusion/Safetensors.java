package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small file of tensors: the length of a heading in 8 bytes, little-endian; the heading in JSON, which gives the type
 * and place of each tensor; the tensors. Immutable.
 */
final class Safetensors {
    /** Statistics of vectors are a few kilobytes. */
    private static final long LONGEST = 1 << 24;

    private static final JsonMapper JSON = new JsonMapper();

    private final ModelFile file;
    private final JsonNode heading;
    private final ByteBuffer tensors;

    private Safetensors(ModelFile file, JsonNode heading, ByteBuffer tensors) {
        this.file = file;
        this.heading = heading;
        this.tensors = tensors;
    }

    /** @throws ProviderException when it cannot be read, is longer than 16 MiB or of another kind */
    static Safetensors read(ModelFile file) throws ProviderException {
        try {
            if (Files.size(file.path()) > LONGEST) {
                throw file.failure("longer than " + LONGEST + " bytes, which is no file of statistics");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file.path())).order(ByteOrder.LITTLE_ENDIAN);
            long length = bytes.remaining() < Long.BYTES ? -1 : bytes.getLong();
            if (length < 0 || length > bytes.remaining()) {
                throw file.failure("no safetensors file: its heading would be " + length + " bytes long");
            }
            byte[] heading = new byte[(int) length];
            bytes.get(heading);
            return new Safetensors(
                    file, JSON.readTree(new String(heading, StandardCharsets.UTF_8)),
                    bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        } catch (JacksonException e) {
            throw file.failure("no safetensors file: its heading is no JSON", e);
        } catch (IOException e) {
            throw e instanceof ProviderException known ? known : file.failure("cannot be read", e);
        }
    }

    /**
     * The values of a tensor.
     *
     * @throws ProviderException when there is none of that name, or it is neither of 32-bit floats nor in the file
     */
    float[] floats(String name) throws ProviderException {
        JsonNode tensor = heading.path(name);
        long from = tensor.path("data_offsets").path(0).asLong(-1);
        long to = tensor.path("data_offsets").path(1).asLong(-1);
        String type = tensor.path("dtype").asString("none");
        if (!type.equals("F32") || from < 0 || to < from || to > tensors.capacity() || (to - from) % Float.BYTES != 0) {
            throw file.failure("expected " + name + " of type F32 in it, found " + type + " at " + from + " to " + to);
        }
        float[] values = new float[(int) (to - from) / Float.BYTES];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensors.getFloat((int) from + i * Float.BYTES);
        }
        return values;
    }
}
