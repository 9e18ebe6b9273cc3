package dev.inkling.cli;

import dev.inkling.Calibration;
import dev.inkling.codec.VectorFile;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Files to vectors. */
@Command(
        name = "decode",
        description = "Print the vectors of .inkl files as JSON, a line each. They have length 1.")
final class VectorDecodeCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files with a vector, or - for standard input")
    private List<String> inputs = List.of();

    @Mixin
    private CalibrationOption calibrations = new CalibrationOption();

    private String current = "";

    VectorDecodeCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return current;
    }

    @Override
    public Integer call() throws IOException {
        List<Calibration> known = calibrations.read(streams);
        for (String input : inputs) {
            current = input;
            terminal.line(VectorText.format(VectorFile.decode(streams.readBitstream(input), known).embedding()));
        }
        return ExitCode.OK.code();
    }
}
