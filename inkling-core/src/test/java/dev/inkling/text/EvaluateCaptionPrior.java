package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.codec.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/** Prints what descriptions cost with the shipped prior, as whole messages, and with zlib. Argument: a file, one text a line. */
final class EvaluateCaptionPrior {
    private EvaluateCaptionPrior() {}

    public static void main(String[] args) throws IOException {
        List<String> texts = Files.readAllLines(Path.of(args[0]));
        long start = System.nanoTime();
        CaptionPrior.shipped();
        System.out.printf(Locale.ROOT, "load %d ms%n", (System.nanoTime() - start) / 1_000_000);
        for (int words : new int[] {15, 30, 60, 120, Integer.MAX_VALUE}) {
            print(words == Integer.MAX_VALUE ? "whole" : words + " words", cut(texts, words));
        }
    }

    /** The first words of the texts that have so many; all words of all texts for the largest number. */
    static List<String> cut(List<String> texts, int words) {
        List<String> cut = new ArrayList<>();
        for (String text : texts) {
            String[] split = text.split(" ");
            if (words == Integer.MAX_VALUE) {
                cut.add(text);
            } else if (split.length >= words) {
                cut.add(String.join(" ", Arrays.copyOf(split, words)));
            }
        }
        return cut;
    }

    /** Bits a character of whole messages. */
    static double bitsPerCharacter(List<String> texts) {
        long bytes = 0;
        long characters = 0;
        for (String text : texts) {
            bytes += TextMessage.encode(new Layer.Prose(text)).length;
            characters += text.length();
        }
        return 8.0 * bytes / characters;
    }

    private static void print(String name, List<String> texts) throws IOException {
        long characters = texts.stream().mapToLong(String::length).sum();
        long start = System.nanoTime();
        List<byte[]> messages =
                texts.stream().map(text -> TextMessage.encode(new Layer.Prose(text))).toList();
        long encoded = System.nanoTime();
        for (int i = 0; i < messages.size(); i++) {
            if (!TextMessage.decode(messages.get(i)).equals(new Layer.Prose(texts.get(i)))) {
                throw new IllegalStateException("not lossless: " + texts.get(i));
            }
        }
        long decoded = System.nanoTime();
        long bytes = messages.stream().mapToLong(message -> message.length).sum();
        long zlib = texts.stream().mapToLong(EvaluateCaptionPrior::zlib).sum();
        System.out.printf(
                Locale.ROOT,
                "%-10s %3d texts %7.2f bytes %.4f bits/char; zlib -9 %7.2f bytes %.4f bits/char; "
                        + "encode %.2f us/char, decode %.2f us/char%n",
                name,
                texts.size(),
                (double) bytes / texts.size(),
                8.0 * bytes / characters,
                (double) zlib / texts.size(),
                8.0 * zlib / characters,
                (encoded - start) / 1e3 / characters,
                (decoded - encoded) / 1e3 / characters);
    }

    private static int zlib(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        int length = deflater.deflate(new byte[2 * text.length() + 100]);
        deflater.end();
        return length;
    }
}
