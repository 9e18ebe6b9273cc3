package dev.inkling.cli;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.codec.Calibrator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
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
    /** How many axes are learnt unless asked otherwise. */
    static final int AXES = 128;

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

    @Option(
            names = "--axes",
            order = 2,
            paramLabel = "K",
            description = "principal axes to learn, 0 to 512, each some two bytes a dimension; fewer are learnt of few"
                    + " vectors (default: 128)")
    private int axes = AXES;

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
        if (axes < 0 || axes > Calibration.MAX_AXES) {
            throw new UsageException("--axes must be 0 to " + Calibration.MAX_AXES + ", found " + axes);
        }
        List<Embedding> vectors = VectorText.parseLines(Utf8.decode(streams.read(input)));
        if (vectors.size() < Calibrator.MIN_VECTORS) {
            throw new UsageException(
                    vectors.size() + " vectors; a calibration takes at least " + Calibrator.MIN_VECTORS);
        }
        VectorText.checkDimensions(vectors);
        Progress progress = new Progress(terminal, Calibrator.STEPS);
        Calibration calibration = Calibrator.learn(vectors, axes, progress::done);
        progress.finish();
        byte[] bytes = calibration.bytes();
        streams.write(output, bytes);
        report(json ? json(calibration, bytes.length) : text(calibration, bytes.length), output);
        return ExitCode.OK.code();
    }

    private static String json(Calibration calibration, int bytes) {
        JsonWriter json = new JsonWriter().beginObject().name("calibration").value(calibration.id());
        json.name("dimension").value(calibration.dimension()).name("axes").value(calibration.axes());
        return json.name("bytes").value(bytes).endObject().toString();
    }

    private String text(Calibration calibration, int bytes) {
        return String.format(
                Locale.ROOT, "%s: calibration %s, %d dimensions, %d axes, %d bytes", output, calibration.id(),
                calibration.dimension(), calibration.axes(), bytes);
    }
}
