package dev.inkling.cli;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.codec.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bytes to text. */
@Command(
        name = "decode",
        description = "Give back the text that 'text encode' coded, exactly.")
final class TextDecodeCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "coded bytes, or - for standard input (default: -)")
    private String input = Streams.STANDARD;

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "OUT",
            description = "file for the text, or - for standard output (default: -)")
    private String output = Streams.STANDARD;

    @Option(names = "--lines", order = 2, description = "the input was coded with --lines; print a line a message")
    private boolean lines;

    TextDecodeCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        FileNames.checkDistinct(input, output);
        byte[] coded = streams.read(input);
        StringBuilder text = new StringBuilder();
        if (lines) {
            appendLines(coded, text);
        } else {
            append(TextMessage.decode(coded), text);
        }
        streams.write(output, text.toString().getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK.code();
    }

    private void appendLines(byte[] coded, StringBuilder text) throws IOException {
        Leb128.Reader reader = new Leb128.Reader(coded);
        while (reader.hasMore()) {
            long start = reader.position();
            byte[] message = reader.block();
            try {
                append(TextMessage.decode(message), text);
            } catch (MalformedBitstreamException e) {
                throw new MalformedBitstreamException(start + e.offset(), "in the message there: " + e.getMessage());
            }
            text.append(json ? "" : "\n");
        }
    }

    private void append(Layer layer, StringBuilder text) {
        String words = layer instanceof Layer.Words keywords
                ? String.join(" ", keywords.words())
                : ((Layer.Prose) layer).text();
        if (json) {
            JsonWriter object = new JsonWriter().beginObject();
            object.name("kind").value(kind(layer));
            text.append(object.name("text").value(words).endObject()).append('\n');
        } else {
            text.append(words);
        }
    }

    private static String kind(Layer layer) {
        if (layer instanceof Layer.KeywordSet) {
            return "keyword-set";
        }
        return layer instanceof Layer.Keywords ? "keywords" : "prose";
    }
}
