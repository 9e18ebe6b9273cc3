package dev.inkling.openai.cost;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What was asked, as a hash: of the service, what it was asked to do, and every byte that it was sent, pictures
 * included. The key is not part of it.
 *
 * @param hash SHA-256, 64 hexadecimal digits
 */
public record Question(String hash) {
    /**
     * @param service address of the service
     * @param task    what it does, such as {@code images/edits}
     * @param content all that the answer depends on
     * @param sample  0, 1, ...: the same question asked again for another answer
     */
    public static Question of(String service, String task, byte[] content, int sample) {
        MessageDigest digest = sha256();
        for (byte[] part : new byte[][] {bytes(service), bytes(task), bytes(Integer.toString(sample)), content}) {
            // With its length, so that no two lists of parts look alike.
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
            digest.update(part);
        }
        return new Question(HexFormat.of().formatHex(digest.digest()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
