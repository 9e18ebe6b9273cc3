package dev.inkling.cli;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.codec.Calibrator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a calibration is learnt, and what is told of it. */
final class LearningOptions {
    /** How many axes are learnt unless asked otherwise. */
    static final int AXES = 128;

    @Option(
            names = "--axes",
            order = 2,
            paramLabel = "K",
            description = "principal axes to learn, 0 to 512, each some two bytes a dimension; fewer are learnt of few"
                    + " vectors (default: 128)")
    private int axes = AXES;

    /** Refuses what cannot be learnt, before anything is read. */
    void check() {
        if (axes < 0 || axes > Calibration.MAX_AXES) {
            throw new UsageException("--axes must be 0 to " + Calibration.MAX_AXES + ", found " + axes);
        }
    }

    /** Refuses to learn of too few. */
    static void checkCount(int count, String what) {
        if (count < Calibrator.MIN_VECTORS) {
            throw new UsageException(
                    count + " " + what + "; a calibration takes at least " + Calibrator.MIN_VECTORS);
        }
    }

    /** Learns a calibration and writes it. */
    void learn(List<Embedding> vectors, Subcommand command, String output) throws IOException {
        Progress progress = new Progress(command.terminal, Calibrator.STEPS);
        Calibration calibration = Calibrator.learn(vectors, axes, progress::done);
        progress.finish();
        byte[] bytes = calibration.bytes();
        command.streams.write(output, bytes);
        command.report(
                command.json ? json(calibration, bytes.length) : text(calibration, bytes.length, output), output);
    }

    private static String json(Calibration calibration, int bytes) {
        JsonWriter json = new JsonWriter().beginObject().name("calibration").value(calibration.id());
        json.name("dimension").value(calibration.dimension()).name("axes").value(calibration.axes());
        return json.name("bytes").value(bytes).endObject().toString();
    }

    private static String text(Calibration calibration, int bytes, String output) {
        return String.format(
                Locale.ROOT, "%s: calibration %s, %d dimensions, %d axes, %d bytes", output, calibration.id(),
                calibration.dimension(), calibration.axes(), bytes);
    }
}
