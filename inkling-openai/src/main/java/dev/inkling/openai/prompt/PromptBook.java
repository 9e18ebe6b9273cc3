package dev.inkling.openai.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All prompts. A book is a text in UTF-8: each prompt begins with a line {@code == name version} and goes on to the
 * next such line. Immutable.
 */
public final class PromptBook {
    private static final String SHIPPED = "prompts.txt";
    private static final Pattern HEAD = Pattern.compile("== ([a-z0-9-]+) ([A-Za-z0-9.-]+)");

    private final Map<String, Prompt> prompts;

    private PromptBook(Map<String, Prompt> prompts) {
        this.prompts = prompts;
    }

    /** The prompts that come with this version. */
    public static PromptBook shipped() {
        try (InputStream in = PromptBook.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not in the jar");
            }
            return new PromptBook(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(SHIPPED + " cannot be read from the jar", e);
        }
    }

    /**
     * These prompts with some of them replaced by those of a file.
     *
     * @throws FileSystemException when the file is not such a book, or has a prompt that nobody uses
     */
    public PromptBook replacedBy(Path file) throws IOException {
        try {
            Map<String, Prompt> given = parse(Files.readString(file));
            for (Prompt prompt : given.values()) {
                checkReplaces(prompt);
            }
            Map<String, Prompt> all = new LinkedHashMap<>(prompts);
            all.putAll(given);
            return new PromptBook(all);
        } catch (IllegalArgumentException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    private void checkReplaces(Prompt prompt) {
        Prompt own = prompts.get(prompt.name());
        if (own == null) {
            throw new IllegalArgumentException(
                    "there is no prompt " + prompt.name() + "; known: " + String.join(", ", prompts.keySet()));
        }
        if (own.text().contains("{description}") && !prompt.text().contains("{description}")) {
            throw new IllegalArgumentException("the prompt " + prompt.name() + " lacks its place {description}");
        }
    }

    private static Map<String, Prompt> parse(String book) {
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        String head = null;
        StringBuilder text = new StringBuilder();
        for (String line : (book + "\n== end 0").split("\\R")) {
            if (line.startsWith("== ")) {
                add(prompts, head, text.toString().strip());
                head = line;
                text.setLength(0);
            } else {
                text.append(line).append('\n');
            }
        }
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("no prompt in it: one begins with a line '== name version'");
        }
        return prompts;
    }

    private static void add(Map<String, Prompt> prompts, @Nullable String head, String text) {
        if (head == null) {
            return;
        }
        Matcher matcher = HEAD.matcher(head);
        if (!matcher.matches() || text.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + head + "' does not begin a prompt: == name version, then its text");
        }
        prompts.put(matcher.group(1), new Prompt(matcher.group(1), matcher.group(2), text));
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public Prompt named(String name) {
        Prompt prompt = prompts.get(name);
        if (prompt == null) {
            throw new IllegalArgumentException("there is no prompt " + name);
        }
        return prompt;
    }

    /** All of them, in the order of the book. */
    public Collection<Prompt> all() {
        return prompts.values();
    }

    /** The book as a text that {@link #replacedBy} reads. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Prompt prompt : all()) {
            text.append("== ").append(prompt.name()).append(' ').append(prompt.version()).append('\n');
            text.append(prompt.text()).append("\n\n");
        }
        return text.toString();
    }
}
