package dev.inkling.cli;

import dev.inkling.Generator;
import dev.inkling.codec.Decoder;
import dev.inkling.codec.EncodeOptions;
import dev.inkling.codec.Encoder;
import dev.inkling.onnx.diffusion.DiffusionListener;
import dev.inkling.openai.CallPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A folder of pictures to a folder of files, or back. */
@Command(
        name = "batch",
        description = {
            "Encode all pictures of a folder and its subfolders into another folder.",
            "Run it again to go on after an interruption: what is done, newer than its source and made with the same"
                    + " options is skipped."
        })
final class BatchCommand extends Subcommand {
    private static final int MAX_THREADS = 256;

    @Parameters(index = "0", paramLabel = "IN_DIR", description = "folder to read")
    private String input = "";

    @Parameters(index = "1", paramLabel = "OUT_DIR", description = "folder to fill; made when it is missing")
    private String output = "";

    @Option(
            names = "--decode",
            order = 1,
            description = "make .png pictures from .inkl files (default: encode pictures)")
    private boolean decode;

    @Mixin
    private RateOptions rate = new RateOptions();

    @Option(
            names = "--threads",
            order = 7,
            paramLabel = "N",
            description = "how many files at a time, 1 to 256; each takes its own memory (default: one a core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--redo", order = 8, hidden = true, description = "skip nothing (default: skip what is done)")
    private boolean redo;

    @Mixin
    private GeneratorOption generator = new GeneratorOption();

    @Mixin
    private DescriberOptions describer = new DescriberOptions();

    @Mixin
    private PainterOptions painter = new PainterOptions();

    @Mixin
    private VectorOptions vectors = new VectorOptions();

    @Mixin
    private EdgeOption edges = new EdgeOption();

    @Mixin
    private ServiceOptions serviceOptions = new ServiceOptions();

    @Mixin
    private PixelLimit limit = new PixelLimit();

    BatchCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new UsageException("--threads must be 1 to " + MAX_THREADS + ", found " + threads);
        }
        EncodeOptions options = rate.encodeOptions();
        check(options);
        Path from = FileNames.folder(input);
        Path to = Files.createDirectories(FileNames.path(output));
        // Files are what runs in parallel here, so that one picture keeps one thread busy.
        try (OpenGenerator open = openGenerator()) {
            return painter.usesModel()
                    ? Interruption.endsAtOnce(() -> run(from, to, open, options))
                    : run(from, to, open, options);
        }
    }

    private OpenGenerator openGenerator() throws IOException {
        if (painter.usesModel()) {
            return painter.openModel(environment, ModelResources.forMany(), DiffusionListener.NONE);
        }
        return painter.usesService()
                ? environment.wiring().embeddedGenerator(1, terminal)
                : generator.open(environment, 1);
    }

    private void check(EncodeOptions options) {
        if (decode) {
            describer.checkUnused("a batch without --decode");
        } else {
            generator.checkUnused("--decode");
            painter.checkUnused("--decode");
            describer.check(options.profile());
            vectors.check(options.profile());
            edges.check(options.profile());
        }
        if (painter.usesService() || painter.usesModel()) {
            generator.checkUnused("--generator embedded");
        }
    }

    private int run(Path from, Path to, OpenGenerator open, EncodeOptions options) throws IOException {
        Services services = environment.wiring().services(serviceOptions);
        try (BatchStep step = decode ? decodeStep(open, services) : encodeStep(open, options, services)) {
            return run(from, to, step, options, services);
        }
    }

    private int run(Path from, Path to, BatchStep step, EncodeOptions options, Services services) throws IOException {
        List<BatchItem> items = BatchItem.find(from, to, step);
        if (items.isEmpty()) {
            terminal.errorLine("inkling: " + input + ": no " + String.join(", ", new TreeSet<>(step.inputExtensions()))
                    + " files there");
        }
        if (serviceOptions.dryRun) {
            CallPlan plan = decode ? painter.plan(services) : describer.plan(services, options.profile());
            terminal.line(ServiceReport.plan(plan, items.size(), services.priceDate(), json));
            return ExitCode.OK.code();
        }
        BatchTally tally = run(items, to, step);
        terminal.line(
                json
                        ? tally.json(services.bill(), step)
                        : tally.text(step.verb()) + ServiceReport.text(services.bill()));
        return tally.exitCode();
    }

    private BatchStep decodeStep(OpenGenerator open, Services services) throws IOException {
        if (painter.usesService()) {
            Painting painting = painter.open(services);
            return decodeStep(painting.generator(), painting.identity());
        }
        return decodeStep(open.generator(), painter.usesModel() ? open.identity() : generator.identity());
    }

    private BatchStep decodeStep(Generator paints, String identity) throws IOException {
        OpenDescriptions descriptions = vectors.openDescriptions(environment, 1);
        Decoder decoder = descriptions.decoder(paints, limit.maxPixels(), stage -> {});
        return new DecodeStep(streams, decoder, identity + descriptions.identity(), descriptions);
    }

    private BatchStep encodeStep(OpenGenerator open, EncodeOptions options, Services services) throws IOException {
        Describing describing = describer.open(services, new LocalDescriber(environment.wiring().models(), 1));
        OpenEmbedder embedder = vectors.openEmbedder(environment, options.profile(), 1);
        OpenEdges detector = edges.open(environment, 1);
        Encoder encoder = detector.in(embedder.in(environment.wiring().encoder(describing, open, stage -> {})));
        return new EncodeStep(streams, encoder, options, describing, embedder, detector, limit.maxPixels());
    }

    private BatchTally run(List<BatchItem> items, Path to, BatchStep step) throws IOException {
        try (BatchRecord record = BatchRecord.open(to.resolve(BatchRecord.FILE_NAME), step.options())) {
            BatchTally tally = new BatchTally();
            Progress progress = new Progress(terminal, items.size());
            new BatchRun(step, record, tally, progress, redo).run(items, threads);
            progress.finish();
            return tally;
        }
    }
}
