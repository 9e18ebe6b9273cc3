package dev.inkling.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures how fast the parts are and writes the figures to a file. Argument: the file. */
public final class Main {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one argument, the file for the figures");
        }
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        String commit = Machine.commit();
        SpeedRun run = SpeedRun.whole();
        List<Speed.Row> rows = run.run();
        write(Path.of(args[0]), new Speed(
                "mean time of one call on one thread in microseconds (JMH: 1 fork, 3 + 5 iterations of a second)",
                command(args[0]), commit, Machine.java(), Machine.hardware(), load,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), run.leftOut(), rows));
    }

    private static String command(String file) {
        String model = System.getProperty(LpipsBenchmark.MODEL);
        String property = model == null ? "" : "-D" + LpipsBenchmark.MODEL + "=" + model + " ";
        return "java " + property + "-jar inkling-benchmarks/target/inkling-benchmarks.jar " + file;
    }

    /** A reader sees the old file or the whole new one. */
    private static void write(Path target, Speed speed) throws IOException {
        Path temporary = Path.of(target + ".tmp");
        Files.writeString(temporary, json(speed));
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String json(Speed speed) {
        return JSON.writeValueAsString(speed) + "\n";
    }
}
