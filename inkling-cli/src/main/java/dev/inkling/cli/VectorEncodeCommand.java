package dev.inkling.cli;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.codec.BudgetTooSmallException;
import dev.inkling.codec.VectorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Vectors to files. */
@Command(
        name = "encode",
        description = {
            "Store vectors as small .inkl files. Only their directions are kept.",
            "A vector is a JSON array of 64 to 2048 numbers."
        })
final class VectorEncodeCommand extends Subcommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "vectors as JSON, or - for standard input (default: -)")
    private String input = Streams.STANDARD;

    @Option(
            names = {"-o", "--output"},
            order = 1,
            required = true,
            paramLabel = "OUT",
            description = "file for the vector, or - for standard output; with --lines a folder, made when it is"
                    + " missing")
    private String output = "";

    @Option(
            names = "--lines",
            order = 2,
            description = "each line is a vector; they become OUT/000001.inkl and so on (default: the input is one"
                    + " vector)")
    private boolean lines;

    @Option(
            names = "--bits-per-dimension",
            order = 3,
            paramLabel = "R",
            description = "rate, 0.1 to 4 (more is better): a file has at most R * dimension / 8 bytes, rounded up"
                    + " (default: 1)")
    private double rate = 1;

    @Option(
            names = "--calibration",
            order = 4,
            paramLabel = "FILE",
            description = "what is known of such vectors, from vector calibrate; decoding takes the same file"
                    + " (default: none)")
    private @Nullable String calibrationFile;

    VectorEncodeCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        if (!(rate >= VectorFile.MIN_RATE && rate <= VectorFile.MAX_RATE)) {
            throw new UsageException("--bits-per-dimension must be " + VectorFile.MIN_RATE + " to "
                    + (int) VectorFile.MAX_RATE + ", found " + rate);
        }
        Calibration calibration = calibrationFile == null ? null : Calibration.read(streams.read(calibrationFile));
        String text = Utf8.decode(streams.read(input));
        if (lines) {
            encodeAll(VectorText.parseLines(text), calibration);
        } else {
            FileNames.checkDistinct(input, output);
            encode(VectorText.parse(text), calibration, output);
        }
        return ExitCode.OK.code();
    }

    private void encodeAll(List<Embedding> vectors, @Nullable Calibration calibration) throws IOException {
        Path folder = FileNames.path(output);
        Files.createDirectories(folder);
        Progress progress = new Progress(terminal, vectors.size());
        int number = 1;
        for (Embedding vector : vectors) {
            String name = String.format(Locale.ROOT, "%06d.inkl", number);
            try {
                encode(vector, calibration, folder.resolve(name).toString());
            } catch (UsageException e) {
                throw new UsageException("line " + number + ": " + e.getMessage());
            }
            progress.done();
            number++;
        }
        progress.finish();
    }

    private void encode(Embedding vector, @Nullable Calibration calibration, String name) throws IOException {
        VectorFile file = coded(vector, calibration);
        byte[] bytes = new byte[file.bytes().remaining()];
        file.bytes().get(bytes);
        streams.write(name, bytes);
        report(json ? json(file, bytes.length, vector) : text(file, bytes.length, vector, name), name);
    }

    private VectorFile coded(Embedding vector, @Nullable Calibration calibration) {
        if (calibration != null && calibration.dimension() != vector.dimension()) {
            throw new UsageException("a vector of " + vector.dimension() + " components, but the calibration is for "
                    + calibration.dimension());
        }
        try {
            return VectorFile.encode(vector, rate, calibration);
        } catch (BudgetTooSmallException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static String json(VectorFile file, int bytes, Embedding vector) {
        JsonWriter json = new JsonWriter().beginObject().name("bytes").value(bytes);
        json.name("cosine").value(file.cosine(vector));
        if (file.vector().calibration() != null) {
            json.name("calibration").value(file.vector().calibration());
        }
        return json.endObject().toString();
    }

    private static String text(VectorFile file, int bytes, Embedding vector, String name) {
        return String.format(
                Locale.ROOT, "%s: %d bytes, cosine %.4f%s", name, bytes, file.cosine(vector),
                file.vector().calibration() == null ? "" : ", calibration " + file.vector().calibration());
    }
}
