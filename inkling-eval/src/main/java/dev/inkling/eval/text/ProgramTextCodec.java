package dev.inkling.eval.text;

import dev.inkling.ProviderException;
import dev.inkling.eval.baseline.Program;
import dev.inkling.eval.baseline.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A compressor that is a program.
 *
 * @param name    of the compressor
 * @param encoder command with {@code {in}} and {@code {file}}
 * @param decoder command with {@code {file}} and {@code {out}}
 */
record ProgramTextCodec(String name, Program encoder, Program decoder) implements TextCodec {
    @Override
    public byte[] encode(String text) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path in = Files.writeString(scratch.file("text"), text);
            Path file = scratch.file("coded");
            encoder.run(Map.of("in", in.toString(), "file", file.toString()));
            return Files.readAllBytes(file);
        }
    }

    @Override
    public String decode(byte[] bytes) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path file = Files.write(scratch.file("coded"), bytes);
            Path out = scratch.file("text");
            decoder.run(Map.of("file", file.toString(), "out", out.toString()));
            return Files.readString(out);
        }
    }

    /** @throws ProviderException when the program is not installed */
    ProgramTextCodec checked() throws IOException {
        decode(encode("a red kite"));
        return this;
    }
}
