package dev.inkling.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How well messages were coded. A character is a Unicode code point. Not thread-safe. */
final class TextFigures {
    private final List<Message> messages = new ArrayList<>();
    private long chars;
    private long bytes;
    private double sumOfBitsPerChar;

    /** The figures of one message. */
    private record Message(long chars, long bytes, String coder) {}

    /**
     * @param coder name of the coder that was used
     */
    void add(int messageChars, int messageBytes, String coder) {
        messages.add(new Message(messageChars, messageBytes, coder));
        chars += messageChars;
        bytes += messageBytes;
        sumOfBitsPerChar += bitsPerChar(messageChars, messageBytes);
    }

    /** A line for each message and one for all of them. */
    List<String> lines(boolean json) {
        List<String> lines = new ArrayList<>();
        for (Message message : messages) {
            lines.add(json ? json(message) : text(message));
        }
        lines.add(json ? jsonTotal() : textTotal());
        return lines;
    }

    private static String json(Message message) {
        JsonWriter json = new JsonWriter().beginObject();
        writeFigures(json, message);
        return json.endObject().toString();
    }

    /** Bits a character of all text together, and beside it the mean of those of each message. */
    private String jsonTotal() {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("total").value(true);
        json.name("messages").value(messages.size());
        writeFigures(json, new Message(chars, bytes, coders()));
        return json.name("meanBitsPerChar").value(meanBitsPerChar()).endObject().toString();
    }

    private static void writeFigures(JsonWriter json, Message message) {
        json.name("chars").value(message.chars());
        json.name("bytes").value(message.bytes());
        json.name("bitsPerChar").value(bitsPerChar(message.chars(), message.bytes()));
        json.name("coder").value(message.coder());
    }

    private static String text(Message message) {
        return String.format(
                Locale.ROOT, "%7d chars %6d bytes %7.3f bits/char  %s", message.chars(), message.bytes(),
                bitsPerChar(message.chars(), message.bytes()), message.coder());
    }

    private String textTotal() {
        return text(new Message(chars, bytes, coders()))
                + String.format(
                        Locale.ROOT, ", %d message%s, mean %.3f", messages.size(), messages.size() == 1 ? "" : "s",
                        meanBitsPerChar());
    }

    /** The coders that were used, in alphabetical order: {@code caption}, or {@code caption+raw}. */
    private String coders() {
        return messages.stream().map(Message::coder).distinct().sorted().collect(Collectors.joining("+"));
    }

    private double meanBitsPerChar() {
        return messages.isEmpty() ? 0 : sumOfBitsPerChar / messages.size();
    }

    /** Zero for no characters: there is nothing to divide among. */
    private static double bitsPerChar(long someChars, long someBytes) {
        return someChars == 0 ? 0 : 8.0 * someBytes / someChars;
    }
}
