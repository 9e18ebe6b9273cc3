package dev.inkling.cli;

import dev.inkling.codec.Profile;
import dev.inkling.eval.Codec;
import dev.inkling.eval.Evaluation;
import dev.inkling.eval.InklingCodec;
import dev.inkling.eval.PictureSet;
import dev.inkling.eval.Plan;
import dev.inkling.eval.ResultFolder;
import dev.inkling.eval.Results;
import dev.inkling.eval.SetDistanceRow;
import dev.inkling.eval.Setup;
import dev.inkling.eval.Trial;
import dev.inkling.eval.report.Report;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures Inkling and other codecs on real files, and writes a report. */
@Command(
        name = "eval",
        description = {
            "Measure this codec and others: encode pictures, decode the files afresh, compare, write a report.",
            "Run it again to go on after an interruption: what is measured is not measured again."
        },
        commandListHeading = "%nCommands:%n")
final class EvalCommand extends Subcommand {
    private static final int MAX_THREADS = 256;
    private static final int MAX_DECODES = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PICTURES",
            description = "folder of pictures, or a text file with a path a line")
    private String pictures = "";

    @Option(
            names = {"-o", "--out"},
            order = 1,
            paramLabel = "DIR",
            description = "folder for report.html, results.json, results.csv and charts; made when it is missing")
    private String out = "";

    @Option(
            names = "--max-bytes",
            order = 2,
            paramLabel = "N",
            split = ",",
            description = "largest files in bytes, each 1 to 1048576 (default: 150,250,400,700)")
    private List<Integer> budgets = List.of(150, 250, 400, 700);

    @Option(
            names = "--profile",
            order = 3,
            paramLabel = "NAME",
            description = "what Inkling's files hold: text, keywords, picture, hybrid or sketch (default: hybrid)",
            converter = RateOptions.ProfileName.class,
            completionCandidates = RateOptions.ProfileNames.class)
    private Profile profile = Profile.HYBRID;

    @Mixin
    private MetricOptions metrics = new MetricOptions();

    @Mixin
    private BaselineOptions baselines = new BaselineOptions();

    @Option(names = "--keep", order = 7, description = "leave all files in DIR/files (default: only their measures stay)")
    private boolean keep;

    @Option(
            names = "--threads",
            order = 8,
            paramLabel = "N",
            description = "how many pictures at a time, 1 to 256; each takes its own memory (default: one a core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--repeat",
            order = 8,
            paramLabel = "N",
            hidden = true,
            description = {
                "how often each file is decoded, 1 to 100: for generators that are random; scores are means, with standard"
                        + " deviations (default: 1)"
            })
    private int decodes = 1;

    @Mixin
    private EvaluatedGeneratorOptions generator = new EvaluatedGeneratorOptions();

    EvalCommand(Environment environment) {
        super(environment);
    }

    static CommandLine commandLine(Environment environment) {
        CommandLine eval = new CommandLine(new EvalCommand(environment));
        eval.addSubcommand("compare", new EvalCompareCommand(environment));
        // Not "text": --profile text would name this command.
        eval.addSubcommand("texts", new EvalTextsCommand(environment));
        eval.addSubcommand("vectors", new EvalVectorsCommand(environment));
        return eval;
    }

    @Override
    @Nullable String subject() {
        return pictures;
    }

    @Override
    public Integer call() throws IOException {
        check();
        Wiring wiring = environment.wiring();
        try (OpenGenerator embedded = wiring.embeddedGenerator(1, terminal);
                OpenGenerator open = generator.open(environment);
                OpenMetrics measures = metrics.open();
                OpenBaselines others = baselines.open(wiring)) {
            List<Codec> codecs = new ArrayList<>();
            codecs.add(new InklingCodec(
                    wiring.encoder(embedded), wiring.decoder(open, Raster.MAX_PIXELS), profile,
                    generator.identity(open)));
            codecs.addAll(others.codecs());
            return evaluate(new Plan(
                    PictureSet.read(FileNames.path(pictures)), codecs, budgets, measures.metrics(), keep, decodes,
                    measures.embedder()));
        }
    }

    private void check() {
        generator.check();
        if (profile.hasVector()) {
            throw new UsageException("eval measures the profiles text, keywords, picture, hybrid and sketch, not " + profile.label());
        }
        if (pictures.isEmpty() || out.isEmpty()) {
            throw new UsageException("name the pictures and the folder for results: inkling eval PICTURES --out DIR");
        }
        if (threads < 1 || threads > MAX_THREADS) {
            throw new UsageException("--threads must be 1 to " + MAX_THREADS + ", found " + threads);
        }
        if (decodes < 1 || decodes > MAX_DECODES) {
            throw new UsageException("--repeat must be 1 to " + MAX_DECODES + ", found " + decodes);
        }
        for (int budget : budgets) {
            if (budget < 1 || budget > 1 << 20) {
                throw new UsageException("--max-bytes must be 1 to 1048576, found " + budget);
            }
        }
    }

    private int evaluate(Plan plan) throws IOException {
        Path target = FileNames.path(out);
        try (ResultFolder folder = ResultFolder.open(target)) {
            Progress progress = new Progress(terminal, plan.size());
            List<Trial.Outcome> outcomes = evaluated(new Evaluation(plan, folder, heardBy(progress)));
            progress.finish();
            Results results = Results.of(
                    Setup.here(command(), VersionProvider.number()), plan,
                    SetDistanceRow.all(plan, outcomes, folder),
                    outcomes.stream().map(Trial.Outcome::measurement).toList());
            new Report(results, plan, outcomes, folder).write();
            EvalTable table = new EvalTable(results, target);
            terminal.line(json ? table.json() : table.text());
            return results.failures() == plan.size() ? ExitCode.INTERNAL.code() : ExitCode.OK.code();
        }
    }

    /** Finished measurements are on disk. */
    private List<Trial.Outcome> evaluated(Evaluation evaluation) throws IOException {
        return Interruption.endsAtOnce(() -> evaluation.run(threads));
    }

    private String command() {
        return "inkling " + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }

    private static Evaluation.Listener heardBy(Progress progress) {
        return new Evaluation.Listener() {
            @Override
            public void done() {
                progress.done();
            }

            @Override
            public void skipped() {
                progress.skipped();
            }
        };
    }
}
