package dev.inkling.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of what a result depends on, in lower-case hexadecimal. */
public final class ContentHash {
    private final MessageDigest digest = sha256();

    private ContentHash() {}

    /** Of a whole file. */
    public static String ofFile(Path file) throws IOException {
        ContentHash hash = new ContentHash();
        hash.addFile(file);
        return hash.hex();
    }

    /** Of a list of texts; no two different lists are the same to it. */
    static String ofTexts(List<String> texts) {
        ContentHash hash = new ContentHash();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            hash.digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            hash.digest.update(bytes);
        }
        return hash.hex();
    }

    /** Of the compiled code that some classes come from: their jar, or all files of their folder. */
    static String ofCode(Class<?>... classes) throws IOException {
        ContentHash hash = new ContentHash();
        for (Class<?> each : classes) {
            hash.addTree(origin(each));
        }
        return hash.hex();
    }

    private static Path origin(Class<?> each) {
        try {
            return Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + each + " is no URI", e);
        }
    }

    private void addTree(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(root)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            addFile(file);
        }
    }

    private void addFile(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private String hex() {
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
