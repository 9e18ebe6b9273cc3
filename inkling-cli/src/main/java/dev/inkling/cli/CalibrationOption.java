package dev.inkling.cli;

import dev.inkling.Calibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The calibrations that vectors may need. */
final class CalibrationOption {
    @Option(
            names = "--calibration",
            order = 50,
            paramLabel = "FILE",
            description = "a calibration that vectors may need, from calibrate or vector calibrate; several may be named"
                    + " (default: none)")
    private List<String> files = List.of();

    boolean isGiven() {
        return !files.isEmpty();
    }

    /** The one that vectors are coded with; null for none. */
    @Nullable Calibration readOne(Streams streams) throws IOException {
        if (files.size() > 1) {
            throw new UsageException("--calibration names one file where vectors are coded, not " + files.size());
        }
        return files.isEmpty() ? null : read(streams).get(0);
    }

    List<Calibration> read(Streams streams) throws IOException {
        List<Calibration> calibrations = new ArrayList<>();
        for (String file : files) {
            calibrations.add(Calibration.read(streams.read(file)));
        }
        return calibrations;
    }
}
