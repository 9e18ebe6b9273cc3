package dev.inkling.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names what makes the picture. */
final class GeneratorOption {
    private static final String NAME = "--generator-model";

    @Option(
            names = NAME,
            order = 9,
            paramLabel = "MODEL",
            description = {
                "network that makes the picture, a file or a name of inkling models: an ONNX upscaler with one input"
                        + " Nx3xHxW of RGB floats from 0 to 1, for any H and W, and one output Nx3xkHxkW (default: the"
                        + " embedded generator)"
            })
    private @Nullable String model;

    /** What the name or path means, once it is open. */
    private @Nullable Path file;

    /**
     * The generator asked for; the caller closes it.
     *
     * @param threads how many threads one picture may keep busy
     */
    OpenGenerator open(Environment environment, int threads) throws IOException {
        if (model == null) {
            return environment.wiring().embeddedGenerator(threads, environment.terminal());
        }
        file = environment.wiring().models().resolve(model);
        return environment.wiring().upscaler(file, threads);
    }

    /** File name of the model that is open; null for the embedded generator. */
    @Nullable String modelName() {
        return file == null ? null : String.valueOf(file.getFileName());
    }

    /** Refuses a model where no picture is made. */
    void checkUnused(String need) {
        if (model != null) {
            throw new UsageException(NAME + " needs " + need);
        }
    }

    /** Names the generator that is open by its content; empty for the embedded one. */
    String identity() throws IOException {
        return file == null ? "" : NAME + "=" + sha256(file);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
