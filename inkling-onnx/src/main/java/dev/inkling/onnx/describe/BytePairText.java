package dev.inkling.onnx.describe;

import dev.inkling.onnx.clip.ByteSymbols;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads texts in which a visible character stands for each byte, as vocabularies of byte pairs have them. */
final class BytePairText {
    private BytePairText() {}

    /** The text in UTF-8; characters that stand for no byte are passed over. */
    static String of(String symbols) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        symbols.chars().map(ByteSymbols::valueOf).filter(value -> value >= 0).forEach(bytes::write);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
