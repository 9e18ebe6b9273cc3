package dev.inkling.cli;

import dev.inkling.Embedding;
import dev.inkling.onnx.clip.ClipEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns a calibration from pictures. */
@Command(
        name = "calibrate",
        description = {
            "Learn from pictures what the vectors of others of the kind are like, so that they take fewer bytes.",
            "Files that are coded with a calibration name it, and cannot be read without it: keep it."
        })
final class CalibrateCommand extends Subcommand {
    @Parameters(paramLabel = "DIR", description = "folder of pictures, with its subfolders; hundreds of them")
    private String input = "";

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "OUT",
            description = "file for the calibration, or - for standard output (default: DIR.inkc)")
    private @Nullable String output;

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private EmbedderOption embedder = new EmbedderOption();

    @Mixin
    private PixelLimit limit = new PixelLimit();

    private String current = "";

    CalibrateCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return current;
    }

    @Override
    public Integer call() throws IOException {
        learning.check();
        if (!embedder.isGiven()) {
            throw new UsageException("calibrate needs " + EmbedderOption.NEEDED);
        }
        Path folder = FileNames.folder(input);
        List<Path> pictures = PictureFiles.in(folder);
        LearningOptions.checkCount(pictures.size(), "pictures in " + input);
        List<Embedding> vectors = vectors(pictures);
        current = "";
        learning.learn(vectors, this, output == null ? FileNames.withoutSlash(folder) + ".inkc" : output);
        return ExitCode.OK.code();
    }

    private List<Embedding> vectors(List<Path> pictures) throws IOException {
        List<Embedding> vectors = new ArrayList<>();
        Progress progress = new Progress(terminal, pictures.size());
        int threads = Runtime.getRuntime().availableProcessors();
        try (ClipEmbedder clip = new ClipEmbedder(embedder.folder(environment.wiring()), threads)) {
            for (Path picture : pictures) {
                current = picture.toString();
                vectors.add(clip.embed(streams.readPicture(current, limit.maxPixels()).picture()));
                progress.done();
            }
        } finally {
            progress.finish();
        }
        return vectors;
    }
}
