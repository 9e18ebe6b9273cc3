package dev.inkling.openai.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with files (RFC 7578). The same parts give the same bytes, so that it can be recognised. Not thread-safe. */
final class Multipart {
    /** A picture of chance has this in it once in 10^38 bytes; texts lose it. */
    private static final String BOUNDARY = "inkling-7f3b9d2c5e8a41606bd0c1f2a3948576";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    void field(String name, String value) {
        part(name, "", "text/plain; charset=utf-8", value.replace(BOUNDARY, "").getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, PictureFile picture) {
        part(name, "; filename=\"" + picture.fileName() + "\"", picture.mediaType(), picture.bytes());
    }

    private void part(String name, String fileName, String type, byte[] content) {
        ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + fileName
                + "\r\nContent-Type: " + type + "\r\n\r\n");
        parts.writeBytes(content);
        ascii("\r\n");
    }

    private void ascii(String text) {
        parts.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /** The whole form; nothing may be added afterwards. */
    byte[] bytes() {
        ascii("--" + BOUNDARY + "--\r\n");
        return parts.toByteArray();
    }
}
