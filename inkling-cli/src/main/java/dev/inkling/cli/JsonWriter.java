package dev.inkling.cli;

/**
 * Writes JSON (RFC 8259) on one line. Not thread-safe.
 *
 * <p>A library would cost a sixth of the time that the command takes to start.
 */
final class JsonWriter {
    private final StringBuilder json = new StringBuilder();
    private boolean needsComma;

    JsonWriter beginObject() {
        return open('{');
    }

    JsonWriter endObject() {
        return close('}');
    }

    JsonWriter beginArray() {
        return open('[');
    }

    JsonWriter endArray() {
        return close(']');
    }

    /** The name of the next value of an object. */
    JsonWriter name(String name) {
        separate();
        quote(name);
        json.append(':');
        needsComma = false;
        return this;
    }

    JsonWriter value(String text) {
        separate();
        quote(text);
        return this;
    }

    JsonWriter value(long number) {
        separate();
        json.append(number);
        return this;
    }

    /** A number; {@code null} for infinity and not-a-number, which JSON lacks. */
    JsonWriter value(double number) {
        separate();
        json.append(Double.isFinite(number) ? Double.toString(number) : "null");
        return this;
    }

    JsonWriter value(boolean truth) {
        separate();
        json.append(truth);
        return this;
    }

    @Override
    public String toString() {
        return json.toString();
    }

    private JsonWriter open(char bracket) {
        separate();
        json.append(bracket);
        needsComma = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        json.append(bracket);
        needsComma = true;
        return this;
    }

    private void separate() {
        if (needsComma) {
            json.append(',');
        }
        needsComma = true;
    }

    private void quote(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
        json.append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                // Unpaired surrogates have no UTF-8; C1 controls and the two line separators upset some readers.
                if (c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                    json.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        json.append(Character.forDigit(c >> shift & 15, 16));
                    }
                } else {
                    json.append(c);
                }
            }
        }
    }
}
