package dev.inkling.cli;

import dev.inkling.onnx.models.HubAddress;
import dev.inkling.onnx.models.ModelPull;
import dev.inkling.onnx.models.ModelStore;
import dev.inkling.onnx.models.Precision;
import dev.inkling.onnx.models.PullPlan;
import dev.inkling.onnx.models.PullSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a model from Hugging Face. */
@Command(
        name = "pull",
        description = {
            "Get a model from Hugging Face: its ONNX networks, their weights, and texts; nothing of other frameworks.",
            "Run it again after an interruption, and it goes on. HF_TOKEN, HF_ENDPOINT and proxies come from the environment."
        })
final class ModelsPullCommand extends Subcommand {
    /** As {@link Precision}, which most commands need not load. */
    enum Weights {
        FULL,
        FP16,
        QUANTIZED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "MODEL", description = "hf:OWNER/NAME or hf:OWNER/NAME@REVISION (default revision: main)")
    private String model = "";

    @Option(
            names = "--precision",
            order = 1,
            paramLabel = "PRECISION",
            description = {
                "${COMPLETION-CANDIDATES}: which file of a network, where it is there in this precision, else the most exact"
                        + " (default: ${DEFAULT-VALUE})"
            })
    private Weights precision = Weights.FULL;

    @Option(
            names = "--only",
            order = 2,
            split = ",",
            paramLabel = "NETWORK",
            description = "these networks, such as vision_model or unet/model, with commas between them (default: all)")
    private List<String> only = new ArrayList<>();

    @Option(names = "--dry-run", order = 3, description = "say which files would come, and how large they are")
    private boolean dryRun;

    ModelsPullCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        ModelStore store = environment.wiring().models();
        String report;
        try (TransferBar bar = new TransferBar(terminal)) {
            ModelPull pull = new ModelPull(store, environment.wiring().hub(), bar);
            PullPlan plan = pull.plan(address(), selection());
            report = dryRun ? dryRun(plan) : run(pull, plan, store);
        }
        terminal.line(report);
        return ExitCode.OK.code();
    }

    private String dryRun(PullPlan plan) {
        return json ? json(plan) : text(plan);
    }

    private String run(ModelPull pull, PullPlan plan, ModelStore store) throws IOException {
        boolean done = pull.isDone(plan);
        if (!done) {
            // On standard error, where it does not mix with the report.
            terminal.errorLine("inkling: " + summary(plan));
            pull.run(plan);
        }
        ModelFacts facts = ModelFacts.of(store, plan.address().model());
        return json ? facts.json() : (done ? "already there: " : "") + facts.text();
    }

    private HubAddress address() {
        try {
            return HubAddress.of(model);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private PullSelection selection() {
        return new PullSelection(Precision.valueOf(precision.name()), Set.copyOf(only));
    }

    private static String summary(PullPlan plan) {
        int files = plan.sizes().size();
        return plan.address() + ": " + ModelFacts.megabytes(plan.size()) + " in " + files + (files == 1 ? " file" : " files");
    }

    private static String text(PullPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.sizes().forEach((path, size) -> text.append(String.format(Locale.ROOT, "%14d  %s\n", size, path)));
        return text + summary(plan) + ", commit " + plan.commit();
    }

    private static String json(PullPlan plan) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("name").value(plan.address().model().value());
        json.name("revision").value(plan.commit());
        json.name("bytes").value(plan.size());
        json.name("files").beginArray();
        for (Map.Entry<String, Long> file : plan.sizes().entrySet()) {
            json.beginObject().name("path").value(file.getKey());
            json.name("bytes").value(file.getValue()).endObject();
        }
        return json.endArray().endObject().toString();
    }
}
