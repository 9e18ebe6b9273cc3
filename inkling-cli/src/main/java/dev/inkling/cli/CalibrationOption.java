package dev.inkling.cli;

import dev.inkling.Calibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The calibrations that vectors may need. */
final class CalibrationOption {
    @Option(
            names = "--calibration",
            order = 50,
            paramLabel = "FILE",
            description = "a calibration that vectors may need, from vector calibrate; several may be named"
                    + " (default: none)")
    private List<String> files = List.of();

    List<Calibration> read(Streams streams) throws IOException {
        List<Calibration> calibrations = new ArrayList<>();
        for (String file : files) {
            calibrations.add(Calibration.read(streams.read(file)));
        }
        return calibrations;
    }
}
