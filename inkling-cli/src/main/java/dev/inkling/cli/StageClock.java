package dev.inkling.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long each stage of a command takes, on the clock on the wall. Not thread-safe. */
final class StageClock {
    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private String stage = "";
    private long since;

    /** Ends the stage before and begins another, or goes on with one that was there already. */
    void enter(String next) {
        stop();
        stage = next;
        since = System.nanoTime();
    }

    /** Ends the last stage. */
    void stop() {
        if (!stage.isEmpty()) {
            nanos.merge(stage, System.nanoTime() - since, Long::sum);
            stage = "";
        }
    }

    /** One line: {@code reading 35.1 + describing 20.9 + writing 1.0 = 57.0 ms}. */
    String line() {
        String stages = nanos.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "%s %.1f", one.getKey(), one.getValue() / 1e6))
                .collect(Collectors.joining(" + "));
        return stages + String.format(Locale.ROOT, " = %.1f ms", total() / 1e6);
    }

    /** Writes milliseconds by stage as an object. */
    void writeTo(JsonWriter json) {
        json.beginObject();
        nanos.forEach((name, time) -> json.name(name).value(time / 1e6));
        json.endObject();
    }

    private long total() {
        return nanos.values().stream().mapToLong(Long::longValue).sum();
    }
}
