package dev.inkling.cli;

import dev.inkling.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Vectors as JSON (RFC 8259): arrays of numbers. */
final class VectorText {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private VectorText() {}

    /**
     * The vectors of lines.
     *
     * @throws UsageException when a line is none, or when there is no line
     */
    static List<Embedding> parseLines(String text) {
        List<Embedding> vectors = new ArrayList<>();
        int number = 1;
        for (String line : text.lines().toList()) {
            try {
                vectors.add(parse(line));
            } catch (UsageException e) {
                throw new UsageException("line " + number + ": " + e.getMessage());
            }
            number++;
        }
        if (vectors.isEmpty()) {
            throw new UsageException("no vectors; a line is one, such as [0.12, -0.5, 0.03]");
        }
        return vectors;
    }

    /**
     * The direction of an array of numbers.
     *
     * @throws UsageException when it is none
     */
    static Embedding parse(String text) {
        String array = text.strip();
        if (!array.startsWith("[") || !array.endsWith("]") || array.length() < 2) {
            throw new UsageException("not a JSON array of numbers");
        }
        String[] numbers = array.substring(1, array.length() - 1).split(",", -1);
        double[] values = new double[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(numbers[i].strip());
        }
        try {
            return Embedding.of(values);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            String shown = text.length() > 20 ? text.substring(0, 20) + "..." : text;
            throw new UsageException("not a number: '" + FileFacts.printable(shown) + "'");
        }
        return Double.parseDouble(text);
    }

    /** Refuses vectors of which one has another dimension than the first. */
    static void checkDimensions(List<Embedding> vectors) {
        int dimension = vectors.get(0).dimension();
        for (int i = 1; i < vectors.size(); i++) {
            if (vectors.get(i).dimension() != dimension) {
                throw new UsageException("line " + (i + 1) + ": " + vectors.get(i).dimension()
                        + " components, but line 1 has " + dimension);
            }
        }
    }

    /** A vector as one line, each component in the fewest digits that make the same float. */
    static String format(Embedding vector) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < vector.dimension(); i++) {
            text.append(i == 0 ? "" : ",").append(vector.component(i));
        }
        return text.append(']').toString();
    }
}
