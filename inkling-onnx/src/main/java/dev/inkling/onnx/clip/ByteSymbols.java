package dev.inkling.onnx.clip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The visible character that stands for each byte in byte-pair vocabularies: itself, or one from U+0100 on. */
public final class ByteSymbols {
    private static final String[] SYMBOLS = symbols();
    private static final Map<Integer, Integer> VALUES = IntStream.range(0, 256).boxed()
            .collect(Collectors.toMap(value -> (int) SYMBOLS[value].charAt(0), value -> value));

    private ByteSymbols() {}

    /** One symbol for each byte of a text in UTF-8. */
    static List<String> of(String text) {
        List<String> symbols = new ArrayList<>();
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            symbols.add(SYMBOLS[value & 0xff]);
        }
        return symbols;
    }

    /** All symbols in the order of their tokens: of bytes that are printed as themselves, then of the others. */
    static List<String> inOrder() {
        return IntStream.concat(
                        IntStream.range(0, 256).filter(ByteSymbols::isPrinted),
                        IntStream.range(0, 256).filter(value -> !isPrinted(value)))
                .mapToObj(value -> SYMBOLS[value])
                .toList();
    }

    /** The byte that a symbol stands for, 0 to 255; -1 for any other character. */
    public static int valueOf(int symbol) {
        return VALUES.getOrDefault(symbol, -1);
    }

    private static boolean isPrinted(int value) {
        return value >= '!' && value <= '~' || value >= 0xa1 && value <= 0xff && value != 0xad;
    }

    private static String[] symbols() {
        String[] symbols = new String[256];
        int others = 0;
        for (int value = 0; value < 256; value++) {
            symbols[value] = Character.toString(isPrinted(value) ? value : 256 + others++);
        }
        return symbols;
    }
}
