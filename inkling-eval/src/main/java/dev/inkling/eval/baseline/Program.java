package dev.inkling.eval.baseline;

import dev.inkling.ProviderException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command line of another program. Each word may hold placeholders in braces, such as {@code {in}}, which become file
 * names or numbers; no shell reads it.
 *
 * @param words     the program and its arguments
 * @param timeLimit after which it is ended
 */
public record Program(List<String> words, Duration timeLimit) {
    private static final int LONGEST_MESSAGE = 300;
    private static final File NOTHING = new File("/dev/null");

    public Program {
        words = List.copyOf(words);
    }

    /**
     * Runs it to its end.
     *
     * @param values what stands for each placeholder
     * @return all that it printed
     * @throws ProviderException when it is missing, fails or takes too long
     */
    public String run(Map<String, String> values) throws ProviderException {
        List<String> command = words.stream().map(word -> filled(word, values)).toList();
        try {
            Path output = Files.createTempFile("inkling-program-", ".txt");
            try {
                return run(command, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw e instanceof ProviderException known ? known : failure("cannot be run: " + e.getMessage());
        }
    }

    private String run(List<String> command, Path output) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                .start();
        try {
            if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("took longer than " + timeLimit.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        } finally {
            end(process);
        }
        String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw failure("exit code " + process.exitValue() + ": " + tail(printed.strip()));
        }
        return printed;
    }

    /** A script's children end with it. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private ProviderException failure(String reason) {
        return new ProviderException(words.get(0), false, reason);
    }

    private static String filled(String word, Map<String, String> values) {
        String filled = word;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - LONGEST_MESSAGE));
    }

    /**
     * Splits a command line at white space; double quotes keep what is between them together.
     *
     * @throws IllegalArgumentException when it is empty or a quote is not closed
     */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (char c : (line + " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (quoted || !Character.isWhitespace(c)) {
                word.append(c);
                begun = true;
            } else if (begun) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            }
        }
        if (quoted || words.isEmpty()) {
            throw new IllegalArgumentException("'" + line + "' is no command line");
        }
        return words;
    }
}
