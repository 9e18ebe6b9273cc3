package dev.inkling.cli;

import dev.inkling.onnx.models.ModelFault;
import dev.inkling.onnx.models.ModelName;
import dev.inkling.onnx.models.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares models with their locks. */
@Command(
        name = "verify",
        description = "Check that every file of a model is as it came, by size and SHA-256. Exits with 3 if one is not.")
final class ModelsVerifyCommand extends Subcommand {
    @Parameters(arity = "0..*", paramLabel = "NAME", description = "the models (default: all)")
    private List<String> names = new ArrayList<>();

    ModelsVerifyCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        ModelStore store = environment.wiring().models();
        List<ModelName> models =
                names.isEmpty() ? store.names() : names.stream().map(ModelFacts::name).toList();
        JsonWriter all = new JsonWriter().beginArray();
        boolean sound = true;
        for (ModelName model : models) {
            sound &= verify(store, model, all);
        }
        if (json) {
            terminal.line(all.endArray().toString());
        }
        return (sound ? ExitCode.OK : ExitCode.MALFORMED).code();
    }

    private boolean verify(ModelStore store, ModelName model, JsonWriter all) throws IOException {
        List<ModelFault> faults;
        try (TransferBar bar = new TransferBar(terminal)) {
            faults = store.verify(model, bar);
        }
        all.beginObject().name("name").value(model.value()).name("faults").beginArray();
        for (ModelFault fault : faults) {
            terminal.errorLine("inkling: " + model + ": " + fault.path() + ": " + fault.reason());
            all.beginObject().name("path").value(fault.path()).name("reason").value(fault.reason()).endObject();
        }
        all.endArray().endObject();
        if (!json && faults.isEmpty()) {
            terminal.line(model + ": as it came");
        }
        return faults.isEmpty();
    }
}
