package dev.inkling.cli;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.codec.Calibrator;
import dev.inkling.codec.VectorFile;
import dev.inkling.eval.Setup;
import dev.inkling.eval.report.VectorChart;
import dev.inkling.eval.vector.VectorComparison;
import dev.inkling.eval.vector.VectorSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the vector layer with published codes. */
@Command(
        name = "vectors",
        description = {
            "Code vectors as files and in published ways, decode them again, and measure angles.",
            "Without FILE the vectors are Gaussian directions, which are the hardest, or lie near a subspace."
        })
final class EvalVectorsCommand extends Subcommand {
    private static final int MIN_COUNT = 5;
    private static final int MAX_COUNT = 100_000;

    /** One vector in so many is measured where a calibration is learnt, from the others. */
    private static final int MEASURED = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "vectors as JSON, an array of numbers a line, or - for standard input: a calibration is learnt"
                    + " from nine in ten, the others are measured")
    private @Nullable String input;

    @Option(
            names = {"-o", "--out"},
            order = 1,
            paramLabel = "DIR",
            description = "folder for results.json and chart-cosine.png; made when it is missing (default: none)")
    private @Nullable String out;

    @Option(
            names = "--bits-per-dimension",
            order = 2,
            paramLabel = "R",
            split = ",",
            description = "rates, each 0.1 to 4 (default: 0.1,0.25,0.5,1,1.5,2,3,4)")
    private List<Double> rates = List.of(0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0);

    @Option(names = "--count", order = 3, paramLabel = "N", description = "vectors to draw, 5 to 100000 (default: 200)")
    private int count = 200;

    @Option(
            names = "--dimension",
            order = 4,
            paramLabel = "D",
            description = "dimension of the vectors that are drawn, 64 to 2048 (default: 768)")
    private int dimension = 768;

    @Option(
            names = "--subspace",
            order = 5,
            paramLabel = "K",
            description = "draw vectors near a subspace of K dimensions, 1 to 512; a calibration with K axes is learnt"
                    + " from nine in ten (default: Gaussian directions)")
    private @Nullable Integer subspace;

    @Option(
            names = "--noise",
            order = 6,
            paramLabel = "S",
            description = "with --subspace: length of what is across it, 0 to 10 times that along it (default: 0.2)")
    private double noise = 0.2;

    EvalVectorsCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        check();
        List<Embedding> vectors = vectors();
        VectorComparison comparison = comparison(vectors);
        Progress progress = new Progress(terminal, comparison.size());
        List<VectorComparison.Row> rows = comparison.run(progress::done);
        progress.finish();
        emit(rows, vectors.get(0).dimension());
        return ExitCode.OK.code();
    }

    private VectorComparison comparison(List<Embedding> vectors) {
        if (input == null && subspace == null) {
            return new VectorComparison(vectors, null, rates);
        }
        int measured = Math.max(1, vectors.size() / MEASURED);
        Calibration calibration = learnt(vectors.subList(measured, vectors.size()));
        return new VectorComparison(vectors.subList(0, measured), calibration, rates);
    }

    private void check() {
        if (rates.stream().anyMatch(rate -> !(rate >= VectorFile.MIN_RATE && rate <= VectorFile.MAX_RATE))) {
            throw new UsageException("--bits-per-dimension must be 0.1 to 4, found " + rates);
        }
        checkRange("--count", count, MIN_COUNT, MAX_COUNT);
        checkRange("--dimension", dimension, Embedding.MIN_DIMENSION, Embedding.MAX_DIMENSION);
        if (subspace != null) {
            checkRange("--subspace", subspace, 1, Math.min(Calibration.MAX_AXES, dimension - 1));
        }
        if (!(noise >= 0 && noise <= 10)) {
            throw new UsageException("--noise must be 0 to 10, found " + noise);
        }
    }

    private static void checkRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UsageException(option + " must be " + least + " to " + most + ", found " + value);
        }
    }

    private List<Embedding> vectors() throws IOException {
        if (input != null) {
            List<Embedding> vectors = VectorText.parseLines(Utf8.decode(streams.read(input)));
            VectorText.checkDimensions(vectors);
            return vectors;
        }
        return subspace == null
                ? VectorSet.gaussian(count, dimension)
                : VectorSet.nearSubspace(count, dimension, subspace, noise);
    }

    private Calibration learnt(List<Embedding> vectors) {
        if (vectors.size() < Calibrator.MIN_VECTORS) {
            throw new UsageException("too few vectors: " + vectors.size() + " to learn from, but a calibration takes "
                    + Calibrator.MIN_VECTORS);
        }
        Progress progress = new Progress(terminal, Calibrator.STEPS);
        int axes = subspace == null ? LearningOptions.AXES : subspace;
        Calibration calibration = Calibrator.learn(vectors, axes, progress::done);
        progress.finish();
        return calibration;
    }

    private void emit(List<VectorComparison.Row> rows, int dimension) throws IOException {
        String results = json(rows);
        if (out != null) {
            Path folder = FileNames.path(out);
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve("results.json"), (results + "\n").getBytes(StandardCharsets.UTF_8));
            AtomicFile.write(folder.resolve("chart-cosine.png"), VectorChart.png(rows, dimension));
        }
        terminal.line(json ? results : text(rows));
    }

    private static String text(List<VectorComparison.Row> rows) {
        StringBuilder text = new StringBuilder(
                "| coder | mean bytes | bits per dimension | mean cosine | dB above the bound | encode ms | decode ms |\n"
                        + "|---|---|---|---|---|---|---|");
        for (VectorComparison.Row row : rows) {
            text.append(String.format(
                    Locale.ROOT, "%n| %s | %.1f | %.3f | %.4f | %.2f | %.2f | %.2f |", row.codec(), row.bytes(),
                    row.bitsPerDimension(), row.cosine(), row.decibels(), row.encodeMillis(), row.decodeMillis()));
        }
        return text.toString();
    }

    private String json(List<VectorComparison.Row> rows) throws IOException {
        JsonWriter json = new JsonWriter().beginObject();
        writeSetup(json);
        json.name("results").beginArray();
        for (VectorComparison.Row row : rows) {
            json.beginObject().name("coder").value(row.codec()).name("vectors").value(row.vectors());
            json.name("bytes").value(row.bytes()).name("bitsPerDimension").value(row.bitsPerDimension());
            json.name("cosine").value(row.cosine()).name("decibelsAboveBound").value(row.decibels());
            json.name("encodeMillis").value(row.encodeMillis()).name("decodeMillis").value(row.decodeMillis()).endObject();
        }
        return json.endArray().endObject().toString();
    }

    private void writeSetup(JsonWriter json) throws IOException {
        String command = "inkling " + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
        Setup setup = Setup.here(command, VersionProvider.number());
        json.name("command").value(setup.command()).name("version").value(setup.version());
        json.name("code").value(setup.code()).name("java").value(setup.java());
        json.name("system").value(setup.system()).name("cores").value(setup.cores());
        json.name("finished").value(setup.finished());
    }
}
