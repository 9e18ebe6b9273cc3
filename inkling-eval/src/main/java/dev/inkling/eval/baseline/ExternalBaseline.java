package dev.inkling.eval.baseline;

import dev.inkling.eval.Codec;
import dev.inkling.eval.ContentHash;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * A codec that somebody else has: a properties file with its command lines. {@code docs/baselines.md} has examples.
 *
 * <pre>
 * name      = perco
 * encode    = python3 encode.py {in} {file} --rate {setting}
 * decode    = python3 decode.py {file} {out}
 * settings  = 0.0019 0.0032 0.0313
 * seconds   = 120
 * extension = bin
 * </pre>
 */
public final class ExternalBaseline {
    private static final String DEFAULT_SECONDS = "600";

    private ExternalBaseline() {}

    /**
     * Reads a description.
     *
     * @throws FileSystemException when a key is missing or wrong
     */
    public static Codec read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        try {
            return codec(properties, ContentHash.ofFile(file));
        } catch (IllegalArgumentException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    private static Codec codec(Properties properties, String hash) {
        Duration limit = Duration.ofSeconds(Long.parseLong(properties.getProperty("seconds", DEFAULT_SECONDS).strip()));
        return new NativeCodec(new ProgramCoder(
                required(properties, "name"),
                properties.getProperty("extension", "bin").strip(),
                command(properties, "encode", limit, "{in}", "{file}"),
                command(properties, "decode", limit, "{file}", "{out}"),
                // One setting, an empty one, for a codec that has no knob.
                List.of(properties.getProperty("settings", "").strip().split("\\s+")),
                "described by " + hash,
                PictureCoder::whole));
    }

    private static Program command(Properties properties, String key, Duration limit, String... placeholders) {
        String line = required(properties, key);
        for (String placeholder : placeholders) {
            if (!line.contains(placeholder)) {
                throw new IllegalArgumentException(key + " has no " + placeholder);
            }
        }
        return new Program(Program.split(line), limit);
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
