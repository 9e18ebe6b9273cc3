package dev.inkling.cli;

import dev.inkling.Layer;
import dev.inkling.TextCoder;
import dev.inkling.codec.TextMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Text to bytes. */
@Command(
        name = "encode",
        description = {
            "Code text as one message, exactly as it stands, or as one message a line.",
            "Figures go to standard output, and the coded bytes then only to -o."
        })
final class TextEncodeCommand extends Subcommand {
    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s+");
    private static final int MAX_KEYWORDS = 255;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "UTF-8 text, or - for standard input (default: -)")
    private String input = Streams.STANDARD;

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "OUT",
            description = {
                "file for the coded bytes, or - for standard output (default: -, or none with --stats or --json)"
            })
    private @Nullable String output;

    @Option(
            names = "--lines",
            order = 2,
            description = {
                "code each line as a message of its own (default: the whole input is one message, line breaks"
                        + " included); in the output each message follows its length in LEB128, which the figures leave out"
            })
    private boolean lines;

    @Option(
            names = "--stats",
            order = 3,
            description = "report characters, bytes and bits a character (fewer is better)")
    private boolean stats;

    @Option(
            names = "--keywords",
            order = 4,
            description = "a message is a list of 1 to 255 words between white space (default: prose)")
    private boolean keywords;

    @Option(
            names = "--set",
            order = 5,
            description = "with --keywords: the words are distinct and their order does not matter, which takes fewer"
                    + " bytes; they come back sorted (default: the order is kept)")
    private boolean set;

    @Mixin
    private CoderOptions coderOptions = new CoderOptions();

    TextEncodeCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        TextCoder coder = coderOptions.coder();
        if (set && !keywords) {
            throw new UsageException("--set goes with --keywords");
        }
        if (keywords && coder == TextCoder.ZLIB || set && coder != TextCoder.CAPTION) {
            throw new UsageException("the coder " + coder.label() + " is not for " + (set ? "sets" : "keywords"));
        }
        FileNames.checkDistinct(input, output == null ? Streams.STANDARD : output);
        if (Streams.STANDARD.equals(output) && (stats || json)) {
            throw new UsageException("with --stats or --json the coded bytes go to a file: -o FILE");
        }
        TextFigures figures = new TextFigures();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int number = 1;
        for (String message : messages(Utf8.decode(streams.read(input)))) {
            Layer layer = layer(message, number++);
            TextMessage coded = TextMessage.of(layer, coder);
            byte[] bytes = coded.bytes();
            figures.add(message.codePointCount(0, message.length()), bytes.length, coded.coder());
            if (lines) {
                Leb128.write(bytes.length, all);
            }
            all.write(bytes);
        }
        emit(all.toByteArray(), figures);
        return ExitCode.OK.code();
    }

    private void emit(byte[] coded, TextFigures figures) throws IOException {
        boolean reports = stats || json;
        if (output != null || !reports) {
            streams.write(output == null ? Streams.STANDARD : output, coded);
        }
        if (reports) {
            figures.lines(json).forEach(terminal::line);
        }
    }

    /** Without {@code --lines} everything is one message; with it, a last line break ends a line and begins none. */
    private List<String> messages(String text) {
        if (!lines) {
            return List.of(text);
        }
        String ended = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return text.isEmpty() ? List.of() : Arrays.asList(ended.split("\n", -1));
    }

    private Layer layer(String message, int number) {
        if (message.length() > Layer.MAX_TEXT) {
            throw new UsageException(where(number) + "longer than " + Layer.MAX_TEXT + " characters");
        }
        if (!keywords) {
            return new Layer.Prose(message);
        }
        List<String> words = WHITE_SPACE.splitAsStream(message.strip())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
        if (words.isEmpty() || words.size() > MAX_KEYWORDS) {
            throw new UsageException(where(number) + words.size() + " words; a keyword list has 1 to " + MAX_KEYWORDS);
        }
        return set ? set(words, number) : new Layer.Keywords(words);
    }

    private Layer set(List<String> words, int number) {
        if (words.stream().distinct().count() < words.size()) {
            throw new UsageException(where(number) + "a word is there twice; --set takes distinct words");
        }
        return new Layer.KeywordSet(words);
    }

    private String where(int number) {
        return lines ? "line " + number + ": " : "";
    }
}
