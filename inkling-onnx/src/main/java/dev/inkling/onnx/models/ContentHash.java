package dev.inkling.onnx.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * Hashes of files, as hubs give them: SHA-256 of those in large file storage, and Git's own hash of all others, which is
 * the SHA-1 of a blob's head and content (git-scm.com, "Git Internals - Git Objects").
 */
enum ContentHash {
    SHA_256("SHA-256", 64) {
        @Override
        String head(long size) {
            return "";
        }
    },
    GIT_BLOB("SHA-1", 40) {
        @Override
        String head(long size) {
            return "blob " + size + "\0";
        }
    };

    private static final int BLOCK = 1 << 16;

    private final String algorithm;
    private final int digits;

    ContentHash(String algorithm, int digits) {
        this.algorithm = algorithm;
        this.digits = digits;
    }

    /** What is hashed before the content. */
    abstract String head(long size);

    /** Whether a text is such a hash. */
    boolean isHash(String text) {
        return text.length() == digits && text.matches("[0-9a-f]*");
    }

    /**
     * Hashes a file.
     *
     * @param read hears how many bytes were read, every now and then
     * @return lower-case hexadecimal digits
     */
    String of(Path file, LongConsumer read) throws IOException {
        MessageDigest digest = digest();
        digest.update(head(Files.size(file)).getBytes(StandardCharsets.US_ASCII));
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(block); length > 0; length = in.read(block)) {
                digest.update(block, 0, length);
                read.accept(length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every Java platform has both
        }
    }
}
