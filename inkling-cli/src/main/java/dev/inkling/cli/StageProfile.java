package dev.inkling.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** How long each stage of a command takes, and the most memory that the process had in it. Not thread-safe. */
final class StageProfile {
    private final StageClock clock = new StageClock();
    private final Map<String, Long> peaks = new LinkedHashMap<>();
    private String stage = "";

    /** Ends the stage before and begins another, or goes on with one that was there already. */
    void enter(String next) {
        notePeak();
        stage = next;
        PeakMemory.reset();
        clock.enter(next);
    }

    /** Ends the last stage. */
    void stop() {
        notePeak();
        stage = "";
        clock.stop();
    }

    private void notePeak() {
        OptionalLong peak = PeakMemory.bytes();
        if (!stage.isEmpty() && peak.isPresent()) {
            peaks.merge(stage, peak.getAsLong(), Math::max);
        }
    }

    /** A line of time, and one of memory where the system tells it. */
    String text() {
        String memory = peaks.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "%s %.0f", one.getKey(), one.getValue() / 1e6))
                .collect(Collectors.joining(", "));
        return clock.line() + (peaks.isEmpty() ? "" : "\npeak memory: " + memory + " MB");
    }

    /** Writes two members of an object that is open. */
    void writeTo(JsonWriter json) {
        clock.writeTo(json.name("milliseconds"));
        json.name("peakBytes").beginObject();
        peaks.forEach((name, peak) -> json.name(name).value(peak));
        json.endObject();
    }
}
