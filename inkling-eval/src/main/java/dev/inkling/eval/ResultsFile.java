package dev.inkling.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON, with everything, and as CSV, a measurement a line. */
public final class ResultsFile {
    /** What the JSON is called in the folder of an evaluation. */
    public static final String JSON_NAME = "results.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ResultsFile() {}

    /** Ends with a line feed. */
    public static byte[] json(Results results) {
        return (JSON.writeValueAsString(results) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @param fileOrFolder the JSON, or the folder of an evaluation
     * @throws FileSystemException when it is no such file, or one of another version
     */
    public static Results read(Path fileOrFolder) throws IOException {
        Path file = Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve(JSON_NAME) : fileOrFolder;
        byte[] bytes = Files.readAllBytes(file);
        try {
            JsonNode tree = JSON.readTree(bytes);
            String schema = tree.path("schema").asString("");
            if (!schema.equals(Results.SCHEMA)) {
                throw new FileSystemException(
                        file.toString(), null, "expected schema " + Results.SCHEMA + ", found '" + schema + "'");
            }
            return JSON.treeToValue(tree, Results.class);
        } catch (JacksonException e) {
            throw new FileSystemException(file.toString(), null, "is no results file: " + e.getOriginalMessage());
        }
    }

    /** Fields as in RFC 4180; a metric that failed is an empty field. */
    public static byte[] csv(Results results) {
        StringBuilder csv = new StringBuilder("picture,codec,max_bytes,bytes,bpp,micro_bpp,encode_s,decode_s");
        results.metrics().forEach(metric -> csv.append(',').append(field(metric.name())));
        csv.append(",setting,failure\r\n");
        for (Measurement one : results.measurements()) {
            csv.append(String.format(
                    Locale.ROOT, "%s,%s,%d,%d,%s,%s,%s,%s", field(one.picture()), field(one.codec()), one.maxBytes(),
                    one.bytes(), one.bpp(), one.microBpp(), one.encodeSeconds(), one.decodeSeconds()));
            appendMetrics(one, results.metrics(), csv);
            csv.append(',').append(field(one.setting())).append(',').append(field(one.failure())).append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendMetrics(Measurement one, List<Results.MetricFacts> metrics, StringBuilder csv) {
        for (Results.MetricFacts metric : metrics) {
            Double value = one.metrics().get(metric.name());
            csv.append(',').append(value == null ? "" : value.toString());
        }
    }

    private static String field(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
