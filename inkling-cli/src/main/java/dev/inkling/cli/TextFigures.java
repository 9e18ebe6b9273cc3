package dev.inkling.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well messages were coded. A character is a Unicode code point. Not thread-safe. */
final class TextFigures {
    private final String coder;
    private final List<int[]> messages = new ArrayList<>();
    private long chars;
    private long bytes;
    private double sumOfBitsPerChar;

    TextFigures(String coder) {
        this.coder = coder;
    }

    void add(int messageChars, int messageBytes) {
        messages.add(new int[] {messageChars, messageBytes});
        chars += messageChars;
        bytes += messageBytes;
        sumOfBitsPerChar += bitsPerChar(messageChars, messageBytes);
    }

    /** A line for each message and one for all of them. */
    List<String> lines(boolean json) {
        List<String> lines = new ArrayList<>();
        for (int[] message : messages) {
            lines.add(json ? json(message[0], message[1]) : text(message[0], message[1]));
        }
        lines.add(json ? jsonTotal() : textTotal());
        return lines;
    }

    private String json(int messageChars, int messageBytes) {
        JsonWriter json = new JsonWriter().beginObject();
        writeFigures(json, messageChars, messageBytes);
        return json.endObject().toString();
    }

    /** Bits a character of all text together, and beside it the mean of those of each message. */
    private String jsonTotal() {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("total").value(true);
        json.name("messages").value(messages.size());
        writeFigures(json, chars, bytes);
        return json.name("meanBitsPerChar").value(meanBitsPerChar()).endObject().toString();
    }

    private void writeFigures(JsonWriter json, long someChars, long someBytes) {
        json.name("chars").value(someChars);
        json.name("bytes").value(someBytes);
        json.name("bitsPerChar").value(bitsPerChar(someChars, someBytes));
        json.name("coder").value(coder);
    }

    private static String text(long someChars, long someBytes) {
        return String.format(
                Locale.ROOT, "%7d chars %6d bytes %7.3f bits/char", someChars, someBytes,
                bitsPerChar(someChars, someBytes));
    }

    private String textTotal() {
        return text(chars, bytes)
                + String.format(
                        Locale.ROOT, "  total of %d, mean %.3f, coder %s", messages.size(), meanBitsPerChar(), coder);
    }

    private double meanBitsPerChar() {
        return messages.isEmpty() ? 0 : sumOfBitsPerChar / messages.size();
    }

    /** Zero for no characters: there is nothing to divide among. */
    private static double bitsPerChar(long someChars, long someBytes) {
        return someChars == 0 ? 0 : 8.0 * someBytes / someChars;
    }
}
