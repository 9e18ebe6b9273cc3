package dev.inkling.openai.transport;

/** A key or another value that must not be seen: it never prints itself, and only the transport reads it. */
public final class Secret {
    private static final String MASK = "***";

    private final String value;

    /** @throws IllegalArgumentException when it is blank or cannot be the value of a header */
    public Secret(String value) {
        this.value = value.strip();
        if (this.value.isEmpty() || this.value.chars().anyMatch(c -> c < ' ' || c > '~')) {
            // The value itself must not be in the message.
            throw new IllegalArgumentException("a key is one line of ASCII, and not empty");
        }
    }

    String reveal() {
        return value;
    }

    /** The text without this secret, should a service echo it. */
    public String redact(String text) {
        return text.replace(value, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
