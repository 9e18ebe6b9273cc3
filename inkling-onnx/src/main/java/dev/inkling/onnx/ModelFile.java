package dev.inkling.onnx;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file that a model is read from. It is hashed when its hash is first asked for, since some are gigabytes long.
 * Thread-safe.
 */
public final class ModelFile {
    private final Path path;
    private @Nullable String sha256;

    /** A file that need not be there. */
    ModelFile(Path path) {
        this.path = path;
    }

    /**
     * A file that is there.
     *
     * @throws ProviderException when there is none to read
     */
    public static ModelFile of(Path path) throws ProviderException {
        ModelFile file = new ModelFile(path);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw file.failure("there is no file to read at " + path);
        }
        return file;
    }

    /** Hashes a model that is in memory. */
    static ModelFile of(String name, byte[] content) {
        ModelFile file = new ModelFile(Path.of(name));
        file.sha256 = HexFormat.of().formatHex(newDigest().digest(content));
        return file;
    }

    /** One hash of several files: that of the digits of their hashes, one after another. */
    public static String sha256(List<ModelFile> files) {
        String hashes = files.stream().map(ModelFile::sha256).collect(Collectors.joining());
        return HexFormat.of().formatHex(newDigest().digest(hashes.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Where it is; its name alone when it is in memory. */
    public Path path() {
        return path;
    }

    /**
     * Hash of what is in it, 64 lower-case hexadecimal digits.
     *
     * @throws UncheckedIOException when it cannot be read any more
     */
    public synchronized String sha256() {
        String known = sha256;
        if (known == null) {
            known = hash();
            sha256 = known;
        }
        return known;
    }

    private String hash() {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = newDigest();
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(failure("cannot be read", e));
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every Java platform has SHA-256
        }
    }

    /** Name of the file, without its folder. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** What to throw when the model does something wrong. */
    public ProviderException failure(String reason) {
        return new ProviderException(name(), false, reason);
    }

    /** What to throw when something else failed on account of the model; its message ends with that of the cause. */
    public ProviderException failure(String reason, Throwable cause) {
        String message = cause.getMessage();
        ProviderException failure =
                failure(reason + ": " + (message == null ? cause.getClass().getSimpleName() : message));
        failure.initCause(cause);
        return failure;
    }

    /** Name and hash, as results give them: {@code lpips.onnx sha256:...}. */
    @Override
    public String toString() {
        return name() + " sha256:" + sha256();
    }
}
