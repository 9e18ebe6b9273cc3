package dev.inkling.cli;

import dev.inkling.Embedding;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns a calibration. */
@Command(
        name = "calibrate",
        description = {
            "Learn from vectors what others of the kind are like, so that they take fewer bytes.",
            "Files that are coded with a calibration name it, and cannot be read without it: keep it."
        })
final class VectorCalibrateCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "vectors as JSON, an array of numbers a line, or - for standard input (default: -); hundreds"
                    + " of them, in no order")
    private String input = Streams.STANDARD;

    @Option(
            names = {"-o", "--output"},
            order = 1,
            required = true,
            paramLabel = "OUT",
            description = "file for the calibration, or - for standard output")
    private String output = "";

    @Mixin
    private LearningOptions learning = new LearningOptions();

    VectorCalibrateCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        FileNames.checkDistinct(input, output);
        learning.check();
        List<Embedding> vectors = VectorText.parseLines(Utf8.decode(streams.read(input)));
        LearningOptions.checkCount(vectors.size(), "vectors");
        VectorText.checkDimensions(vectors);
        learning.learn(vectors, this, output);
        return ExitCode.OK.code();
    }
}
