package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that OpenCV's {@code FileStorage} wrote; of YAML it understands what such files hold. */
final class OpenCvYaml {
    private final ModelFile file;
    private final String text;

    private OpenCvYaml(ModelFile file, String text) {
        this.file = file;
        this.text = text;
    }

    static OpenCvYaml read(ModelFile file) throws ProviderException {
        try {
            return new OpenCvYaml(file, Files.readString(file.path()));
        } catch (IOException e) {
            throw file.failure("cannot be read as text", e);
        }
    }

    /** The word after a key. */
    String word(String key) throws ProviderException {
        return find(key, "(\\S+)").group(1);
    }

    double number(String key) throws ProviderException {
        return parse(word(key));
    }

    /** The numbers in brackets after a key. */
    double[] numbers(String key) throws ProviderException {
        return split(find(key, "\\[([^\\]]*)\\]").group(1));
    }

    /** The lists of numbers after a key, each after a dash. */
    List<double[]> rows(String key) throws ProviderException {
        Matcher row = Pattern.compile("\\G\\s*-\\s*\\[([^\\]]*)\\]").matcher(text);
        row.region(find(key, "").end(), text.length());
        List<double[]> rows = new ArrayList<>();
        while (row.find()) {
            rows.add(split(row.group(1)));
        }
        return rows;
    }

    /** What to throw when the file holds something else. */
    ProviderException failure(String expected, Object found) {
        return file.failure("expected " + expected + ", found " + found);
    }

    private Matcher find(String key, String value) throws ProviderException {
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(key) + ":\\s*" + value).matcher(text);
        if (!matcher.find()) {
            throw file.failure("expected a value of '" + key + "', as OpenCV writes it, found none");
        }
        return matcher;
    }

    private double[] split(String list) throws ProviderException {
        String[] words = list.strip().split("\\s*,\\s*");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = parse(words[i]);
        }
        return numbers;
    }

    private double parse(String word) throws ProviderException {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw failure("a number", "'" + word + "'");
        }
    }
}
