package dev.inkling.eval.vector;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.codec.VectorFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inkling's vector layer, as a whole file.
 *
 * @param rate        bits for each dimension
 * @param calibration what is known of the vectors; null when nothing is
 */
record LayerCodec(double rate, @Nullable Calibration calibration) implements VectorCodec {
    @Override
    public String name() {
        return calibration == null ? "inkling" : "inkling, calibrated";
    }

    @Override
    public byte[] encode(Embedding vector) {
        ByteBuffer file = VectorFile.encode(vector, rate, calibration).bytes();
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        return bytes;
    }

    @Override
    public Embedding decode(byte[] file) throws IOException {
        return VectorFile.decode(file, calibration == null ? List.of() : List.of(calibration)).embedding();
    }
}
